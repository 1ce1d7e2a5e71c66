package io.github.pdmspark.report;

import io.github.pdmspark.report.chart.BarChart;
import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.chart.Facet;
import io.github.pdmspark.report.chart.HeatMap;
import io.github.pdmspark.report.chart.Histogram;
import io.github.pdmspark.report.chart.Interval;
import io.github.pdmspark.report.chart.Lane;
import io.github.pdmspark.report.chart.Line;
import io.github.pdmspark.report.chart.LineChart;
import io.github.pdmspark.report.chart.Moment;
import io.github.pdmspark.report.chart.Point;
import io.github.pdmspark.report.chart.Series;
import io.github.pdmspark.report.chart.Timeline;
import io.github.pdmspark.report.chart.XAxis;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Charts of datasets that were aggregated in Spark. Columns count by position, whatever their names; names appear in the order of
 * the rows, so order the dataset. Each method runs the dataset once and takes at most {@value Chart#MOST_POINTS} rows.
 */
public final class Charts {

    private Charts() {}

    /** Bars of rows {@code (category, value)}, or {@code (category, colour, value)}. */
    public static BarChart bars(String question, String unit, Dataset<Row> rows) {
        Grid grid = new Grid(question, rows, unit);
        List<Series> series = grid.columns.stream()
                .map(name -> new Series(name, grid.column(name)))
                .toList();
        return BarChart.grouped(question, unit, List.copyOf(grid.rows), series);
    }

    /**
     * Counts of rows {@code (start of the bin, count)}, or {@code (start of the bin, colour, count)}.
     *
     * @param label what is binned
     * @param unit what is counted
     * @param width of every bin; a bin without rows counts zero
     */
    public static Histogram histogram(String question, String label, String unit, double width, Dataset<Row> rows) {
        Map<String, Map<Long, Double>> counts = new LinkedHashMap<>();
        List<Long> bins = new ArrayList<>();
        for (Row row : bounded(question, rows)) {
            long bin = Math.round(number(row, 0) / width);
            bins.add(bin);
            counts.computeIfAbsent(row.size() == 2 ? unit : text(row, 1), name -> new TreeMap<>())
                    .merge(bin, number(row, row.size() - 1), Double::sum);
        }
        long first = bins.stream().mapToLong(Long::longValue).min().orElse(0);
        long last = bins.stream().mapToLong(Long::longValue).max().orElse(-1);
        if (last - first >= Chart.MOST_POINTS) {
            throw new IllegalArgumentException("Chart '" + question + "' would have " + (last - first + 1)
                    + " bins, more than " + Chart.MOST_POINTS + ". Choose wider bins than " + width + ".");
        }
        List<Double> edges = new ArrayList<>();
        for (long bin = first; bin <= last + 1; bin++) {
            edges.add(bin * width);
        }
        List<Series> series = new ArrayList<>();
        counts.forEach((name, ofBin) -> {
            List<Double> values = new ArrayList<>();
            for (long bin = first; bin <= last; bin++) {
                values.add(ofBin.getOrDefault(bin, 0.0));
            }
            series.add(new Series(name, values));
        });
        return new Histogram(question, label, unit, edges, series);
    }

    /** Lines of rows {@code (panel, line, x, value)}, or {@code (panel, line, x, value, low, high)}; x is a time or a number. */
    public static LineChart lines(String question, XAxis x, Dataset<Row> rows) {
        return panels(question, x, rows, Line::of);
    }

    /** The same with single dots. */
    public static LineChart dots(String question, XAxis x, Dataset<Row> rows) {
        return panels(question, x, rows, Line::dots);
    }

    /** Shades of rows {@code (row, column, value)}; a pair without a row has no shade. */
    public static HeatMap heatMap(String question, String unit, Dataset<Row> rows) {
        Grid grid = new Grid(question, rows, unit);
        List<List<Double>> values = grid.rows.stream().map(grid::row).toList();
        return new HeatMap(question, unit, List.copyOf(grid.rows), List.copyOf(grid.columns), values);
    }

    /** Lanes of rows {@code (lane, kind, time)} and {@code (lane, kind, start, end)}; without an end it is a moment. */
    public static Timeline timeline(String question, Dataset<Row> rows) {
        Map<String, List<Interval>> intervals = new LinkedHashMap<>();
        Map<String, List<Moment>> moments = new LinkedHashMap<>();
        for (Row row : bounded(question, rows)) {
            List<Interval> ofLane = intervals.computeIfAbsent(text(row, 0), lane -> new ArrayList<>());
            List<Moment> ofSameLane = moments.computeIfAbsent(text(row, 0), lane -> new ArrayList<>());
            if (row.size() < 4 || row.isNullAt(3)) {
                ofSameLane.add(new Moment(instant(row.get(2)), text(row, 1)));
            } else {
                ofLane.add(new Interval(instant(row.get(2)), instant(row.get(3)), text(row, 1)));
            }
        }
        List<Lane> lanes = intervals.keySet().stream()
                .map(name ->
                        new Lane(name, intervals.getOrDefault(name, List.of()), moments.getOrDefault(name, List.of())))
                .toList();
        return new Timeline(question, lanes);
    }

    private static LineChart panels(String question, XAxis x, Dataset<Row> rows, Drawing drawing) {
        Map<String, Map<String, List<Point>>> panels = new LinkedHashMap<>();
        for (Row row : bounded(question, rows)) {
            panels.computeIfAbsent(text(row, 0), panel -> new LinkedHashMap<>())
                    .computeIfAbsent(text(row, 1), line -> new ArrayList<>())
                    .add(point(row));
        }
        List<Facet> facets = panels.entrySet().stream()
                .map(panel -> new Facet(panel.getKey(), lines(panel.getValue(), drawing)))
                .toList();
        return new LineChart(question, x, facets, List.of());
    }

    private static List<Line> lines(Map<String, List<Point>> lines, Drawing drawing) {
        return lines.entrySet().stream()
                .map(line -> drawing.draw(line.getKey(), line.getValue()))
                .toList();
    }

    private static Point point(Row row) {
        double x = row.get(2) instanceof Number ? number(row, 2) : XAxis.position(instant(row.get(2)));
        double y = number(row, 3);
        return row.size() < 6 || row.isNullAt(4) || row.isNullAt(5)
                ? Point.of(x, y)
                : Point.banded(x, y, number(row, 4), number(row, 5));
    }

    private static List<Row> bounded(String question, Dataset<Row> rows) {
        List<Row> taken = rows.limit(Chart.MOST_POINTS + 1).collectAsList();
        if (taken.size() > Chart.MOST_POINTS) {
            throw new IllegalArgumentException("Chart '" + question + "' has more than " + Chart.MOST_POINTS
                    + " points. Aggregate in Spark first, for example by day, or draw fewer series.");
        }
        return taken;
    }

    private static String text(Row row, int column) {
        return row.isNullAt(column) ? "missing" : row.get(column).toString();
    }

    private static double number(Row row, int column) {
        return row.isNullAt(column) ? Double.NaN : ((Number) row.get(column)).doubleValue();
    }

    private static Instant instant(Object time) {
        if (time instanceof java.sql.Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return time instanceof java.time.LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : (Instant) time;
    }

    @FunctionalInterface
    private interface Drawing {
        Line draw(String name, List<Point> points);
    }

    /** Values by row and column name, both in the order of their first appearance. */
    private static final class Grid {

        private final Set<String> rows = new LinkedHashSet<>();
        private final Set<String> columns = new LinkedHashSet<>();
        private final Map<List<String>, Double> values;

        Grid(String question, Dataset<Row> dataset, String only) {
            List<Row> taken = bounded(question, dataset);
            values = taken.stream()
                    .collect(Collectors.toMap(
                            row -> List.of(text(row, 0), row.size() == 2 ? only : text(row, 1)),
                            row -> number(row, row.size() - 1),
                            Double::sum));
            taken.forEach(row -> {
                rows.add(text(row, 0));
                columns.add(row.size() == 2 ? only : text(row, 1));
            });
        }

        List<Double> row(String name) {
            return all(columns, column -> List.of(name, column));
        }

        List<Double> column(String name) {
            return all(rows, row -> List.of(row, name));
        }

        private List<Double> all(Set<String> names, Function<String, List<String>> key) {
            return names.stream()
                    .map(name -> values.getOrDefault(key.apply(name), Double.NaN))
                    .toList();
        }
    }
}
