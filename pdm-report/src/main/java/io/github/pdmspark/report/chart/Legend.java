package io.github.pdmspark.report.chart;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.pdmspark.report.markup.Element;
import java.util.List;

/** Names and colours in as many lines as they need, left to right. */
final class Legend {

    private static final double SWATCH = 12;
    private static final double SPACE = 18;

    private Legend() {}

    /** Draws a mark of one colour, centred. */
    interface Swatch {
        @CanIgnoreReturnValue
        Element draw(Canvas canvas, int index, double x, double y);
    }

    /** Squares for several series, nothing for a single one; gives the y below. */
    static double ofSeries(Canvas canvas, List<String> names, double top) {
        return names.size() < 2 ? top : draw(canvas, names, top, Symbol::square);
    }

    /** Names with their marks, from {@code top} down; gives the y below. */
    static double draw(Canvas canvas, List<String> names, double top, Swatch swatch) {
        double x = 4;
        double y = top + Canvas.LINE_HEIGHT;
        for (int i = 0; i < names.size(); i++) {
            String name = TextWidth.fitted(names.get(i), Canvas.WIDTH / 2);
            double width = SWATCH + 6 + TextWidth.of(name) + SPACE;
            if (x > 4 && x + width > Canvas.WIDTH) {
                x = 4;
                y += Canvas.LINE_HEIGHT;
            }
            swatch.draw(canvas, i, x + SWATCH / 2, y - 4);
            canvas.text(x + SWATCH + 6, y, "start", name);
            x += width;
        }
        return y + 8;
    }
}
