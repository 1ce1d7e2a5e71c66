package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.markup.Element;

/** Small filled marks; the form tells kinds apart where colours cannot. */
final class Symbol {

    private static final int FORMS = 4;
    private static final double RADIUS = 5.5;

    private Symbol() {}

    static Element square(Canvas canvas, int index, double x, double y) {
        return canvas.rect(x - 6, y - 6, 12, 12, Palette.color(index));
    }

    /** A dot, triangle, diamond or square, in turn, outlined in the colour of the page so that neighbours stay apart. */
    static Element mark(Canvas canvas, int index, double x, double y) {
        Element mark =
                switch (index % FORMS) {
                    case 0 -> canvas.shape("circle").with("cx", x).with("cy", y).with("r", RADIUS - 0.5);
                    case 1 -> polygon(canvas, x, y - RADIUS, x + RADIUS, y + RADIUS - 1, x - RADIUS, y + RADIUS - 1);
                    case 2 -> polygon(canvas, x, y - RADIUS - 1, x + RADIUS, y, x, y + RADIUS + 1, x - RADIUS, y);
                    default ->
                        canvas.shape("rect")
                                .with("x", x - RADIUS + 1)
                                .with("y", y - RADIUS + 1)
                                .with("width", 2 * RADIUS - 2)
                                .with("height", 2 * RADIUS - 2);
                };
        return mark.with("fill", Palette.color(index))
                .with("stroke", "var(--pdm-page, #ffffff)")
                .with("stroke-width", "1");
    }

    private static Element polygon(Canvas canvas, double... corners) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < corners.length; i++) {
            points.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(Element.decimal(corners[i]));
        }
        return canvas.shape("polygon").with("points", points.toString());
    }
}
