package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.markup.Element;
import io.github.pdmspark.report.table.Numbers;
import java.util.List;

/** Draws bars that stand, side by side or stacked. */
final class UprightBars {

    private static final double HEIGHT = 220;
    private static final double FILLED = 0.74;
    private static final double WIDEST_BAR = 64;

    private final BarChart chart;
    private final Canvas canvas = new Canvas();

    private UprightBars(BarChart chart) {
        this.chart = chart;
    }

    static Element draw(BarChart chart) {
        return new UprightBars(chart).draw();
    }

    private Element draw() {
        Ticks ticks = chart.ticks(5);
        double top = Plot.drawUnit(canvas, chart.unit(), Legend.ofSeries(canvas, chart.names(), 0));
        double left = Plot.leftMargin(ticks);
        CategoryLabels labels = labels(left);
        left = Math.max(left, labels.overhang());
        labels = labels(left);
        Plot plot = new Plot(left, Canvas.WIDTH - 2, top + Plot.GAP, top + Plot.GAP + HEIGHT);
        plot.drawValues(canvas, ticks);
        Scale scale = plot.y(ticks);
        for (int category = 0; category < chart.categories().size(); category++) {
            drawGroup(category, left + category * labels.band(), labels.band(), scale);
        }
        canvas.line(plot.left(), scale.at(0), plot.right(), scale.at(0)).with("stroke-opacity", 0.6);
        labels.draw(canvas, left, plot.bottom());
        return canvas.finish(plot.bottom() + labels.height(), chart);
    }

    private CategoryLabels labels(double left) {
        double band = (Canvas.WIDTH - 2 - left) / chart.categories().size();
        return CategoryLabels.of(chart.categories(), band);
    }

    private void drawGroup(int category, double bandLeft, double band, Scale scale) {
        List<Series> series = chart.series();
        boolean stacked = chart.layout() == BarChart.Layout.STACKED;
        int beside = stacked ? 1 : series.size();
        double width = Math.min(WIDEST_BAR, band * FILLED / beside);
        double x = bandLeft + (band - width * beside) / 2;
        double base = 0;
        for (int i = 0; i < series.size(); i++) {
            double value = series.get(i).length(category);
            drawBar(i, x, width, scale.at(base), scale.at(base + value), category);
            base += stacked ? value : 0;
            x += stacked ? 0 : width;
        }
        if (series.size() == 1) {
            drawValue(series.get(0).values().get(category), bandLeft + band / 2, band, scale);
        }
    }

    private void drawBar(int index, double x, double width, double from, double to, int category) {
        Series series = chart.series().get(index);
        double inset = width > 6 ? 0.5 : 0;
        canvas.rect(x + inset, Math.min(from, to), width - 2 * inset, Math.abs(to - from), Palette.color(index))
                .add(Element.of("title")
                        .text(chart.categories().get(category) + ", " + series.name() + ": "
                                + Numbers.plain(series.length(category))));
    }

    /** The value beyond the end of its bar when it fits between its neighbours. */
    private void drawValue(double value, double middle, double band, Scale scale) {
        String text = Double.isNaN(value) ? "\u2013" : Numbers.plain(value);
        if (TextWidth.of(text) + 4 <= band) {
            double end = scale.at(Double.isNaN(value) ? 0 : value);
            canvas.text(middle, value < 0 ? end + 15 : end - 4, "middle", text);
        }
    }
}
