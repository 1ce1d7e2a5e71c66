package io.github.pdmspark.report.chart;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.pdmspark.report.markup.Element;
import java.util.ArrayList;
import java.util.List;

/** An SVG drawing in progress, 640 units wide; the height is known at the end. */
final class Canvas {

    static final double WIDTH = 640;
    static final double LINE_HEIGHT = 18;

    static final String FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";

    private final List<Element> shapes = new ArrayList<>();

    /** Text with its baseline at y; the anchor is {@code start}, {@code middle} or {@code end}. */
    @CanIgnoreReturnValue
    Element text(double x, double y, String anchor, String text) {
        return keep(Element.of("text")
                .with("x", x)
                .with("y", y)
                .with("text-anchor", anchor)
                .text(text));
    }

    @CanIgnoreReturnValue
    Element rotated(double x, double y, String text) {
        String turn = "rotate(-40 " + Element.decimal(x) + " " + Element.decimal(y) + ")";
        return text(x, y, "end", text).with("transform", turn);
    }

    @CanIgnoreReturnValue
    Element line(double x1, double y1, double x2, double y2) {
        return keep(Element.of("line")
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2)
                .with("stroke", "currentColor"));
    }

    /** A thin line of the grid behind the data. */
    void grid(double x1, double y1, double x2, double y2) {
        line(x1, y1, x2, y2).with("stroke-opacity", 0.15);
    }

    @CanIgnoreReturnValue
    Element rect(double x, double y, double width, double height, String fill) {
        return keep(Element.of("rect")
                .with("x", x)
                .with("y", y)
                .with("width", Math.max(0, width))
                .with("height", Math.max(0, height))
                .with("fill", fill));
    }

    @CanIgnoreReturnValue
    Element shape(String name) {
        return keep(Element.of(name));
    }

    /** The finished drawing with what a screen reader says. */
    Element finish(double height, Chart chart) {
        return Element.of("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "0 0 " + Element.decimal(WIDTH) + " " + Element.decimal(height))
                .with("role", "img")
                .with("font-family", FONT)
                .with("font-size", "13")
                .with("fill", "currentColor")
                .add(Element.of("title").text(chart.question()))
                .add(Element.of("desc").text(chart.summary()))
                .addAll(shapes);
    }

    /** Says why there is no picture. */
    Element empty(Chart chart) {
        text(WIDTH / 2, 40, "middle", "No data");
        return finish(64, chart);
    }

    private Element keep(Element element) {
        shapes.add(element);
        return element;
    }
}
