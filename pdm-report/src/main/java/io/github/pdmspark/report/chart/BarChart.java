package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.markup.Element;
import io.github.pdmspark.report.table.Numbers;
import io.github.pdmspark.report.table.TableView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Bars that start at zero, one group per category.
 *
 * @param question the title
 * @param unit what the lengths mean, such as {@code failures per year}
 * @param categories their names, in drawing order
 * @param series one colour each, with one value per category
 * @param layout how the bars lie
 */
public record BarChart(String question, String unit, List<String> categories, List<Series> series, Layout layout)
        implements Chart {

    /** How the bars of a group lie. */
    public enum Layout {
        /** Upright, side by side. */
        VERTICAL,
        /** Lying, one below the other: for many or long names. */
        HORIZONTAL,
        /** Upright, on top of each other. */
        STACKED
    }

    public BarChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (Series one : series) {
            if (one.values().size() != categories.size()) {
                throw new IllegalArgumentException("Chart '" + question + "': series '" + one.name() + "' has "
                        + one.values().size() + " values for " + categories.size() + " categories.");
            }
        }
        if (layout == Layout.STACKED
                && series.stream().anyMatch(one -> one.values().stream().anyMatch(value -> value < 0))) {
            throw new IllegalArgumentException(
                    "Chart '" + question + "' stacks negative values. Draw them side by side.");
        }
        Limits.series(question, series.size());
        Limits.points(question, (long) categories.size() * series.size());
    }

    /** Upright bars of one colour in the order of the map: give one that keeps an order, {@code Map.of} does not. */
    public static BarChart of(String question, String unit, Map<String, ? extends Number> values) {
        double[] lengths =
                values.values().stream().mapToDouble(Number::doubleValue).toArray();
        return grouped(question, unit, List.copyOf(values.keySet()), List.of(Series.of(unit, lengths)));
    }

    /** Upright bars, the series side by side. */
    public static BarChart grouped(String question, String unit, List<String> categories, List<Series> series) {
        return new BarChart(question, unit, categories, series, Layout.VERTICAL);
    }

    /** The same bars lying. */
    public BarChart horizontal() {
        return new BarChart(question, unit, categories, series, Layout.HORIZONTAL);
    }

    /** The same bars, the series on top of each other. */
    public BarChart stacked() {
        return new BarChart(question, unit, categories, series, Layout.STACKED);
    }

    @Override
    public String summary() {
        if (categories.isEmpty() || series.isEmpty()) {
            return "No data.";
        }
        double[] totals =
                IntStream.range(0, categories.size()).mapToDouble(this::total).toArray();
        int largest = IntStream.range(0, totals.length)
                .reduce((a, b) -> totals[b] > totals[a] ? b : a)
                .orElse(0);
        return "Bars: " + categories.size() + " categories; largest is " + categories.get(largest) + " with "
                + Numbers.plain(totals[largest]) + (unit.isEmpty() ? "." : " " + unit + ".");
    }

    @Override
    public TableView table() {
        List<String> headers = new ArrayList<>(List.of(""));
        series.forEach(one -> headers.add(one.name()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(categories.get(i));
            for (Series one : series) {
                row.add(Cells.value(one.values().get(i)));
            }
            rows.add(row);
        }
        return TableView.of(headers, rows);
    }

    @Override
    public Element svg() {
        if (categories.isEmpty() || series.isEmpty()) {
            return new Canvas().empty(this);
        }
        return layout == Layout.HORIZONTAL ? LyingBars.draw(this) : UprightBars.draw(this);
    }

    private double total(int category) {
        return layout == Layout.STACKED
                ? series.stream().mapToDouble(one -> one.length(category)).sum()
                : series.stream().mapToDouble(one -> one.length(category)).max().orElse(0);
    }

    /** The ticks of the value axis: zero is always on it. */
    Ticks ticks(int about) {
        double high = 0;
        double low = 0;
        for (int i = 0; i < categories.size(); i++) {
            int category = i;
            high = Math.max(high, total(category));
            low = Math.min(
                    low,
                    series.stream()
                            .mapToDouble(one -> one.length(category))
                            .min()
                            .orElse(0));
        }
        return Ticks.widened(low, high, about);
    }

    List<String> names() {
        return series.stream().map(Series::name).toList();
    }
}
