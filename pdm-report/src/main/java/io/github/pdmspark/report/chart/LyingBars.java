package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.markup.Element;
import io.github.pdmspark.report.table.Numbers;

/** Draws bars that lie, with their names on the left and their values at the end. */
final class LyingBars {

    private static final double THICKNESS = 16;
    private static final double BETWEEN = 8;
    private static final double WIDEST_NAME = 260;

    private LyingBars() {}

    static Element draw(BarChart chart) {
        Canvas canvas = new Canvas();
        Ticks ticks = chart.ticks(4);
        double names = chart.categories().stream()
                .mapToDouble(name -> TextWidth.of(TextWidth.fitted(name, WIDEST_NAME)))
                .max()
                .orElse(0);
        double group = THICKNESS * chart.series().size() + BETWEEN;
        double top = Legend.ofSeries(canvas, chart.names(), 0) + 4;
        double bottom = top + group * chart.categories().size();
        Plot plot = new Plot(names + Plot.GAP + 2, Canvas.WIDTH - valueRoom(chart), top, bottom);
        Scale scale = plot.x(ticks);
        ticks.values().forEach(value -> canvas.grid(scale.at(value), top, scale.at(value), bottom));
        for (int i = 0; i < chart.categories().size(); i++) {
            drawGroup(canvas, chart, i, top + i * group, scale);
        }
        canvas.line(scale.at(0), top, scale.at(0), bottom).with("stroke-opacity", 0.6);
        return canvas.finish(plot.drawBelow(canvas, ticks, chart.unit()), chart);
    }

    private static double valueRoom(BarChart chart) {
        return 8
                + chart.series().stream()
                        .flatMap(series -> series.values().stream())
                        .mapToDouble(value -> TextWidth.of(Numbers.plain(value)))
                        .max()
                        .orElse(0);
    }

    private static void drawGroup(Canvas canvas, BarChart chart, int category, double top, Scale scale) {
        String name = TextWidth.fitted(chart.categories().get(category), WIDEST_NAME);
        double height = THICKNESS * chart.series().size();
        canvas.text(scale.from() - Plot.GAP, top + BETWEEN / 2 + height / 2 + 4.5, "end", name)
                .add(Element.of("title").text(chart.categories().get(category)));
        for (int i = 0; i < chart.series().size(); i++) {
            drawBar(canvas, chart.series().get(i), i, category, top + BETWEEN / 2 + i * THICKNESS, scale);
        }
    }

    private static void drawBar(Canvas canvas, Series series, int index, int category, double y, Scale scale) {
        double value = series.values().get(category);
        double length = series.length(category);
        double from = Math.min(scale.at(0), scale.at(length));
        double to = Math.max(scale.at(0), scale.at(length));
        canvas.rect(from, y + 0.5, to - from, THICKNESS - 1, Palette.color(index));
        canvas.text(to + 4, y + THICKNESS - 3.5, "start", Double.isNaN(value) ? "\u2013" : Numbers.plain(value));
    }
}
