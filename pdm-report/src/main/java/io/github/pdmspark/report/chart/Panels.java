package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.markup.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the panels of a line chart. */
final class Panels {

    private static final double SINGLE_HEIGHT = 240;
    private static final double FACET_HEIGHT = 110;
    private static final double HEADING = 34;

    private final LineChart chart;
    private final Canvas canvas = new Canvas();
    private final double min;
    private final double max;

    private Panels(LineChart chart) {
        this.chart = chart;
        this.min = ends(chart).stream().min(Double::compare).orElse(0.0);
        this.max = ends(chart).stream().max(Double::compare).orElse(1.0);
    }

    static Element draw(LineChart chart) {
        return new Panels(chart).draw();
    }

    /** Marks may lie before the first or after the last point, and shall be seen. */
    private static List<Double> ends(LineChart chart) {
        List<Double> ends = new ArrayList<>();
        chart.drawn().forEach(point -> ends.add(point.x()));
        chart.marks().forEach(mark -> ends.add(mark.x()));
        return ends;
    }

    private Element draw() {
        Map<Facet, Ticks> values = new HashMap<>();
        chart.facets().forEach(facet -> values.put(facet, ticks(facet)));
        double left =
                values.values().stream().mapToDouble(Plot::leftMargin).max().orElse(0);
        double right = Canvas.WIDTH - 20;
        Ticks positions = chart.x().ticks(min, max, right - left);
        double top = Legend.ofSeries(canvas, chart.names(), 0);
        Plot whole = new Plot(left, right, top, top);
        double below = MarkLines.drawNames(canvas, chart.marks(), whole.x(positions), top);
        double bottom = below;
        for (Facet facet : chart.facets()) {
            double height = chart.facets().size() == 1 ? SINGLE_HEIGHT : FACET_HEIGHT;
            Plot plot = new Plot(left, right, bottom + HEADING, bottom + HEADING + height);
            drawFacet(facet, plot, positions, values.getOrDefault(facet, positions));
            bottom = plot.bottom() + 6;
        }
        Plot last = new Plot(left, right, below, bottom - 6);
        MarkLines.drawLines(canvas, chart.marks(), last, positions);
        double end = last.drawBelow(canvas, positions, chart.x().caption(min, max));
        return canvas.finish(end, chart);
    }

    private void drawFacet(Facet facet, Plot plot, Ticks positions, Ticks values) {
        canvas.text(0, plot.top() - 15, "start", TextWidth.fitted(facet.name(), Canvas.WIDTH))
                .with("fill-opacity", 0.75);
        plot.drawValues(canvas, values);
        for (Line line : facet.lines()) {
            String color = Palette.color(chart.names().indexOf(line.name()));
            new Curve(plot.x(positions), plot.y(values), color).draw(canvas, line);
        }
    }

    private Ticks ticks(Facet facet) {
        List<Point> drawn = facet.drawn();
        double low = drawn.stream()
                .mapToDouble(point -> point.hasBand() ? Math.min(point.low(), point.y()) : point.y())
                .min()
                .orElse(0);
        double high = drawn.stream()
                .mapToDouble(point -> point.hasBand() ? Math.max(point.high(), point.y()) : point.y())
                .max()
                .orElse(1);
        return Ticks.widened(low, high, chart.facets().size() == 1 ? 5 : 3);
    }
}
