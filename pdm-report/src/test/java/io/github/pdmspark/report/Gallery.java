package io.github.pdmspark.report;

import io.github.pdmspark.report.chart.BarChart;
import io.github.pdmspark.report.chart.Facet;
import io.github.pdmspark.report.chart.HeatMap;
import io.github.pdmspark.report.chart.Histogram;
import io.github.pdmspark.report.chart.Interval;
import io.github.pdmspark.report.chart.Lane;
import io.github.pdmspark.report.chart.Line;
import io.github.pdmspark.report.chart.LineChart;
import io.github.pdmspark.report.chart.Mark;
import io.github.pdmspark.report.chart.Moment;
import io.github.pdmspark.report.chart.Point;
import io.github.pdmspark.report.chart.Series;
import io.github.pdmspark.report.chart.Timeline;
import io.github.pdmspark.report.chart.XAxis;
import io.github.pdmspark.report.table.TableView;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** One of everything, with awkward names and sizes, for tests and for looking at. */
final class Gallery {

    private static final Instant START = Instant.parse("2015-01-01T06:00:00Z");
    private static final String HOSTILE = "<script>alert('x')</script>";
    private static final List<String> PARTS = List.of("comp1", "comp2", "comp3", "comp4");

    private Gallery() {}

    static Notebook notebook(PrintStream out) {
        Notebook notebook = Notebook.titled("What can the report draw?", out);
        notebook.section("Text, code and tables")
                .text("""
                        One hundred machines, one year. The fleet is simulated, so the truth is known.
                        A line goes on.

                        - first item
                        - second item with a machine called %s
                          that goes on in the next line""".formatted(HOSTILE))
                .code("FeaturePipeline features = FeaturePipeline.builder()\n    .every(ofHours(12))\n    .build();")
                .table("Which tables were read?", tables())
                .table("A table without rows", TableView.of("machine_id", "score"));
        bars(notebook.section("Bars"));
        lines(notebook.section("Lines"));
        return rest(notebook.section("Timelines and heat maps"));
    }

    private static TableView tables() {
        return TableView.of("table", "rows", "share", "first", "last", "mean reading interval of the telemetry")
                .withRow("telemetry", 876_100, 0.98765, START, START.plus(Duration.ofDays(365)), Duration.ofHours(1))
                .withRow("errors of " + HOSTILE, 3_919, 0.5, START, null, null)
                .withRow("machines", 100, null, null, null, null)
                .withNote("Times in UTC.");
    }

    private static void bars(Notebook notebook) {
        Map<String, Integer> failures = new TreeMap<>(Map.of("comp1", 192, "comp2", 259, "comp3", 131, "comp4", 179));
        Map<String, Double> importances = new TreeMap<>();
        IntStream.range(0, 14)
                .forEach(i -> importances.put("hours_since_replacement_of_component_number_" + i, 0.2 / (i + 1)));
        importances.put(HOSTILE, 0.004);
        notebook.chart(BarChart.of("How many failures has each component?", "failures", failures))
                .chart(BarChart.grouped(
                        "Which errors does each model of machine show, and is that different between long names?",
                        "errors per machine-year",
                        List.of("model1", "model2 (refurbished 2009)", "model3 with extension", "model4"),
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(i -> Series.of("error" + i, 3 * i, 12.4 / i, 7 - i, Double.NaN))
                                .toList()))
                .chart(BarChart.of("Which features matter most?", "share of importance", importances)
                        .horizontal())
                .chart(BarChart.grouped(
                                "How many rows of each class are in the splits?",
                                "rows",
                                List.of("train", "calibrate", "test"),
                                List.of(Series.of("none", 40_000, 8_000, 9_000), Series.of("failure", 900, 200, 210)))
                        .stacked())
                .chart(BarChart.of(
                        "How did the error change?", "points", new TreeMap<>(Map.of("better", -3.5, "worse", 2.25))))
                .chart(BarChart.of("How many of a thousand bars are readable?", "", days(120)))
                .chart(new Histogram(
                        "How old are the machines of each model?",
                        "age in years",
                        "machines",
                        IntStream.rangeClosed(0, 20).mapToObj(i -> (double) i).toList(),
                        List.of(counts("model1", 1), counts("model2", 2), counts("model3", 3), counts("model4", 4))))
                .chart(BarChart.of("Is there anything in an empty chart?", "rows", Map.of()));
    }

    private static Map<String, Integer> days(int count) {
        Map<String, Integer> days = new TreeMap<>();
        IntStream.range(0, count).forEach(i -> days.put("machine-%03d".formatted(i), 3 + i % 17));
        return days;
    }

    private static Series counts(String name, int seed) {
        Random random = new Random(seed);
        return new Series(name, random.ints(20, 0, 9).mapToObj(i -> (double) i).toList());
    }

    private static void lines(Notebook notebook) {
        Random random = new Random(1);
        List<Facet> sensors = new ArrayList<>();
        for (String sensor : List.of("volt (V)", "rotate (1/min)", "pressure", "vibration")) {
            sensors.add(Facet.of(
                    sensor,
                    Line.of(
                            "machine 1",
                            hourly(
                                    30 * 24,
                                    hour -> hour > 300 && hour < 330
                                            ? Double.NaN
                                            : 170 + 15 * random.nextGaussian()))));
        }
        notebook.chart(LineChart.of(
                                "What do the four sensors of one machine say over a month?",
                                XAxis.time(),
                                sensors.toArray(new Facet[0]))
                        .withMarks(List.of(
                                Mark.at(START.plus(Duration.ofDays(4)), "comp4 fails"),
                                Mark.at(START.plus(Duration.ofDays(5)), "comp1 replaced"),
                                Mark.at(START.plus(Duration.ofDays(29)), "comp2 fails"))))
                .chart(LineChart.of(
                                "How does the sensor drift before its component fails?",
                                XAxis.number("hours before the failure"),
                                Facet.of(
                                        "volt, mean and middle 80 %",
                                        Line.of("comp1", drift(1.3)), Line.of("comp3", drift(2.2))))
                        .withMarks(List.of(new Mark(0, "failure"))))
                .chart(LineChart.of(
                        "What does a higher threshold cost?",
                        XAxis.number("recall"),
                        Facet.of(
                                "precision",
                                Line.of("random forest", curve(0.9)),
                                Line.of("baseline", curve(0.4)),
                                Line.dots("chosen threshold", List.of(Point.of(0.83, 0.77))))))
                .chart(LineChart.of(
                        "How many failures in each year?",
                        XAxis.time(),
                        Facet.of(
                                "failures",
                                Line.of(
                                        "fleet",
                                        IntStream.range(0, 40)
                                                .mapToObj(
                                                        i -> Point.at(START.plus(Duration.ofDays(90L * i)), 10 + i % 7))
                                                .toList()))));
    }

    private static List<Point> hourly(int hours, IntToDoubleFunction value) {
        return IntStream.range(0, hours)
                .mapToObj(hour -> Point.at(START.plus(Duration.ofHours(hour)), value.applyAsDouble(hour)))
                .toList();
    }

    private static List<Point> drift(double size) {
        return IntStream.rangeClosed(-96, 24)
                .mapToObj(hour -> {
                    double middle = hour > -48 && hour < 0 ? size : 0;
                    return Point.banded(hour, middle, middle - 1.2, middle + 1.2);
                })
                .toList();
    }

    private static List<Point> curve(double quality) {
        return IntStream.rangeClosed(0, 100)
                .mapToObj(i -> Point.of(i / 100.0, 1 - Math.pow(i / 100.0, 1 / (1 - quality))))
                .toList();
    }

    private static Notebook rest(Notebook notebook) {
        List<List<Double>> confusion = List.of(
                List.of(8_912.0, 12.0, 3.0, 0.0),
                List.of(21.0, 77.0, Double.NaN, 1.0),
                List.of(4.0, 0.0, 59.0, 2.0),
                List.of(9.0, 1.0, 0.0, 88.0));
        Random random = new Random(3);
        List<List<Double>> coverage = IntStream.range(0, 40)
                .mapToObj(i -> IntStream.range(0, 52)
                        .mapToObj(week -> 1 - Math.pow(random.nextDouble(), 4))
                        .toList())
                .toList();
        return notebook.chart(new Timeline(
                        "Which time trains, which calibrates, which tests?",
                        List.of(
                                Lane.of("train", interval(0, 270, "training")),
                                Lane.of("calibrate", interval(277, 300, "calibration")),
                                Lane.of("test", interval(307, 365, "test")),
                                Lane.of("gaps", interval(270, 277, "gap"), interval(300, 307, "gap")))))
                .chart(new Timeline(
                        "When was machine " + HOSTILE + " at risk, and what happened?",
                        List.of(
                                new Lane(
                                        "comp1 of the left hydraulic pump",
                                        List.of(interval(10, 12, "alarm"), interval(30, 33, "alarm")),
                                        List.of(moment(12, "failure"), moment(45, "scheduled replacement"))),
                                new Lane("comp2", List.of(interval(20, 21, "alarm")), List.of(moment(40, "failure"))),
                                Lane.moments("errors", List.of(moment(11, "error1"), moment(39, "error2"))))))
                .chart(new HeatMap("Which component is taken for which?", "rows", PARTS, PARTS, confusion))
                .chart(new HeatMap(
                        "Which machine sent how much of its telemetry in each week?",
                        "share of expected readings",
                        IntStream.rangeClosed(1, 40)
                                .mapToObj(i -> "machine " + i)
                                .toList(),
                        IntStream.rangeClosed(1, 52).mapToObj(i -> "2015-W" + i).toList(),
                        coverage))
                .chart(new HeatMap(
                        "Which error comes before which failure?",
                        "errors per failure in the 48 hours before",
                        Arrays.asList("error1 (voltage regulator)", "error2", "error3"),
                        Arrays.asList("comp1 of the left pump", "comp2 of the right pump", "comp3"),
                        List.of(List.of(0.97, 0.02, 0.01), List.of(0.03, 0.98, 0.02), List.of(0.0, 0.96, 0.05))));
    }

    private static Interval interval(int fromDay, int toDay, String kind) {
        return new Interval(START.plus(Duration.ofDays(fromDay)), START.plus(Duration.ofDays(toDay)), kind);
    }

    private static Moment moment(int day, String kind) {
        return new Moment(START.plus(Duration.ofDays(day)), kind);
    }
}
