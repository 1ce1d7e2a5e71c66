package io.github.pdmspark.report.chart;

/**
 * The rectangle that holds the data.
 *
 * @param left its left edge
 * @param right its right edge
 * @param top its upper edge
 * @param bottom its lower edge
 */
record Plot(double left, double right, double top, double bottom) {

    static final double GAP = 8;

    double width() {
        return right - left;
    }

    /** Room for the labels of a value axis on the left. */
    static double leftMargin(Ticks ticks) {
        return TextWidth.widest(ticks.labels()) + GAP + 4;
    }

    Scale x(Ticks ticks) {
        return new Scale(ticks.low(), ticks.high(), left, right);
    }

    Scale y(Ticks ticks) {
        return new Scale(ticks.low(), ticks.high(), bottom, top);
    }

    /** Horizontal grid lines with their values on the left. */
    void drawValues(Canvas canvas, Ticks ticks) {
        Scale scale = y(ticks);
        for (int i = 0; i < ticks.values().size(); i++) {
            double y = scale.at(ticks.values().get(i));
            canvas.grid(left, y, right, y);
            canvas.text(left - GAP, y + 4.5, "end", ticks.labels().get(i));
        }
    }

    /** Tick marks below with their labels and the caption; gives the y below them. */
    double drawBelow(Canvas canvas, Ticks ticks, String caption) {
        Scale scale = x(ticks);
        canvas.line(left, bottom, right, bottom).with("stroke-opacity", 0.5);
        double free = 0;
        for (int i = 0; i < ticks.values().size(); i++) {
            double x = scale.at(ticks.values().get(i));
            String label = ticks.labels().get(i);
            double width = TextWidth.of(label);
            canvas.line(x, bottom, x, bottom + 4).with("stroke-opacity", 0.5);
            double middle = Math.min(Canvas.WIDTH - width / 2, Math.max(width / 2, x));
            if (middle - width / 2 >= free) {
                canvas.text(middle, bottom + 19, "middle", label);
                free = middle + width / 2 + 4;
            }
        }
        canvas.text((left + right) / 2, bottom + 38, "middle", caption).with("fill-opacity", 0.75);
        return bottom + 46;
    }

    /** The unit, above the value axis. */
    static double drawUnit(Canvas canvas, String unit, double top) {
        if (unit.isEmpty()) {
            return top + GAP;
        }
        canvas.text(0, top + 14, "start", TextWidth.fitted(unit, Canvas.WIDTH)).with("fill-opacity", 0.75);
        return top + 26;
    }
}
