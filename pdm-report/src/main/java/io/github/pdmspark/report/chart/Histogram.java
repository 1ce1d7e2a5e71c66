package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.markup.Element;
import io.github.pdmspark.report.table.Numbers;
import io.github.pdmspark.report.table.TableView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts in adjacent bins of a number, the series stacked.
 *
 * @param question the title
 * @param label what is binned, with its unit
 * @param unit what is counted
 * @param edges the bin edges, rising; bin i covers [edge i, edge i+1)
 * @param series one colour each, with one count per bin
 */
public record Histogram(String question, String label, String unit, List<Double> edges, List<Series> series)
        implements Chart {

    private static final double HEIGHT = 220;

    public Histogram {
        edges = List.copyOf(edges);
        series = List.copyOf(series);
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i - 1) < edges.get(i))) {
                throw new IllegalArgumentException("Chart '" + question + "': bin edges must rise, but " + edges.get(i)
                        + " follows " + edges.get(i - 1) + ".");
            }
        }
        for (Series one : series) {
            if (one.values().size() != edges.size() - 1 || one.values().stream().anyMatch(value -> value < 0)) {
                throw new IllegalArgumentException("Chart '" + question + "': series '" + one.name() + "' needs "
                        + (edges.size() - 1) + " counts, none below zero, but has " + one.values() + ".");
            }
        }
        Limits.series(question, series.size());
        Limits.points(question, (long) edges.size() * series.size());
    }

    @Override
    public String summary() {
        double total = series.stream()
                .flatMap(one -> one.values().stream())
                .mapToDouble(value -> Double.isNaN(value) ? 0 : value)
                .sum();
        return isEmpty()
                ? "No data."
                : "Histogram: " + Numbers.plain(total) + " " + unit + " in " + (edges.size() - 1) + " bins from "
                        + Numbers.plain(edges.get(0)) + " to " + Numbers.plain(edges.get(edges.size() - 1)) + ".";
    }

    @Override
    public TableView table() {
        List<String> headers = new ArrayList<>(List.of("from", "to"));
        series.forEach(one -> headers.add(one.name()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int bin = 0; bin < edges.size() - 1; bin++) {
            List<@Nullable Object> row = new ArrayList<>(List.of(edges.get(bin), edges.get(bin + 1)));
            for (Series one : series) {
                row.add(Cells.value(one.values().get(bin)));
            }
            rows.add(row);
        }
        return TableView.of(headers, rows);
    }

    @Override
    public Element svg() {
        Canvas canvas = new Canvas();
        if (isEmpty()) {
            return canvas.empty(this);
        }
        Ticks counts = Ticks.widened(0, highest(), 5);
        List<String> names = series.stream().map(Series::name).toList();
        double top = Plot.drawUnit(canvas, unit, Legend.ofSeries(canvas, names, 0)) + Plot.GAP;
        Plot plot = new Plot(Plot.leftMargin(counts), Canvas.WIDTH - 16, top, top + HEIGHT);
        Ticks values = ticks(plot.width());
        plot.drawValues(canvas, counts);
        for (int bin = 0; bin < edges.size() - 1; bin++) {
            drawBin(canvas, bin, plot.x(values), plot.y(counts));
        }
        return canvas.finish(plot.drawBelow(canvas, values, label), this);
    }

    /** The edges themselves while their texts fit, so that a bar says what it covers. */
    private Ticks ticks(double width) {
        double low = edges.get(0);
        double high = edges.get(edges.size() - 1);
        List<String> labels = edges.stream().map(Numbers::plain).toList();
        double closest = Double.MAX_VALUE;
        for (int bin = 1; bin < edges.size(); bin++) {
            closest = Math.min(closest, edges.get(bin) - edges.get(bin - 1));
        }
        boolean fits = TextWidth.widest(labels) + Plot.GAP <= width * closest / (high - low);
        return fits ? new Ticks(low, high, edges, labels) : Ticks.inside(low, high, 8);
    }

    private boolean isEmpty() {
        return edges.size() < 2 || series.isEmpty();
    }

    private double highest() {
        double highest = 0;
        for (int bin = 0; bin < edges.size() - 1; bin++) {
            int index = bin;
            highest = Math.max(
                    highest,
                    series.stream().mapToDouble(one -> one.length(index)).sum());
        }
        return highest;
    }

    private void drawBin(Canvas canvas, int bin, Scale x, Scale y) {
        double left = x.at(edges.get(bin));
        double right = x.at(edges.get(bin + 1));
        double base = 0;
        for (int i = 0; i < series.size(); i++) {
            double count = series.get(i).length(bin);
            if (count > 0) {
                double top = y.at(base + count);
                canvas.rect(left + 0.5, top, Math.max(0.5, right - left - 1), y.at(base) - top, Palette.color(i));
            }
            base += count;
        }
    }
}
