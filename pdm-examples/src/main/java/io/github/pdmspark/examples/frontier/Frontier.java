package io.github.pdmspark.examples.frontier;

import io.github.pdmspark.evaluation.EventMetrics;
import io.github.pdmspark.evaluation.TunedAlarm.FrontierPoint;
import io.github.pdmspark.report.chart.Line;
import io.github.pdmspark.report.chart.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Detection and hours of warning by false alarms per machine-year, of one set of scores. */
record Frontier(String name, List<FrontierPoint> points) {

    /** The part that a chart shows: up to so many false alarms per machine-year. */
    private static final double MOST_FALSE_ALARMS = 10;

    static double falseAlarms(EventMetrics metrics) {
        return metrics.falseAlarms().perMachineYear().value().orElseThrow();
    }

    /** Share of detected failures, best so far from few false alarms to many. */
    Line detection() {
        return line(metrics -> metrics.counts().detection().value().value());
    }

    /** Median hours of warning, best so far from few false alarms to many. */
    Line lead() {
        return line(metrics -> metrics.lead().medianHours().value());
    }

    private Line line(Function<EventMetrics, OptionalDouble> number) {
        List<Point> line = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (FrontierPoint point : sorted()) {
            OptionalDouble value = number.apply(point.metrics());
            if (value.isPresent() && value.getAsDouble() > best && falseAlarms(point.metrics()) <= MOST_FALSE_ALARMS) {
                best = value.getAsDouble();
                line.add(Point.of(falseAlarms(point.metrics()), best));
            }
        }
        return Line.of(name, line);
    }

    private List<FrontierPoint> sorted() {
        return points.stream()
                .filter(point ->
                        point.metrics().falseAlarms().perMachineYear().value().isPresent())
                .sorted(Comparator.comparingDouble(point -> falseAlarms(point.metrics())))
                .toList();
    }

    /** One line per policy: scores, k, n, threshold, failures, detected, median lead in hours, false alarms per machine-year. */
    String csv() {
        StringBuilder text = new StringBuilder();
        for (FrontierPoint point : points) {
            EventMetrics metrics = point.metrics();
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%d,%d,%.2f,%d,%d,%s,%.3f%n",
                    name,
                    point.policy().k(),
                    point.policy().n(),
                    point.policy().threshold(),
                    metrics.counts().failures(),
                    metrics.counts().detected(),
                    metrics.lead().medianHours().value().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    "%.1f",
                                    metrics.lead().medianHours().value().getAsDouble())
                            : "",
                    metrics.falseAlarms().perMachineYear().value().orElse(Double.NaN)));
        }
        return text.toString();
    }
}
