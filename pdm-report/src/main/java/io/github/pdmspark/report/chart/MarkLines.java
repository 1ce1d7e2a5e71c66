package io.github.pdmspark.report.chart;

import java.util.Comparator;
import java.util.List;

/** Draws marks: dashed lines through all panels, names above in up to three rows. */
final class MarkLines {

    private static final int ROWS = 3;
    private static final double ROW_HEIGHT = 16;

    private MarkLines() {}

    /** Names each mark unless the names around it leave no room (the line is drawn all the same); gives the y below. */
    static double drawNames(Canvas canvas, List<Mark> marks, Scale x, double top) {
        double[] free = new double[ROWS];
        int used = 0;
        List<Mark> ordered =
                marks.stream().sorted(Comparator.comparingDouble(Mark::x)).toList();
        for (Mark mark : ordered) {
            String name = TextWidth.fitted(mark.name(), Canvas.WIDTH / 3);
            double half = TextWidth.of(name) / 2;
            double middle = Math.min(Canvas.WIDTH - half, Math.max(half, x.at(mark.x())));
            int row = firstFree(free, middle - half);
            if (row < ROWS) {
                canvas.text(middle, top + 14 + row * ROW_HEIGHT, "middle", name);
                free[row] = middle + half + 6;
                used = Math.max(used, row + 1);
            }
        }
        return top + used * ROW_HEIGHT;
    }

    static void drawLines(Canvas canvas, List<Mark> marks, Plot plot, Ticks positions) {
        Scale x = plot.x(positions);
        for (Mark mark : marks) {
            canvas.line(x.at(mark.x()), plot.top() + 4, x.at(mark.x()), plot.bottom())
                    .with("stroke-dasharray", "5 3")
                    .with("stroke-opacity", 0.7);
        }
    }

    private static int firstFree(double[] free, double left) {
        int row = 0;
        while (row < ROWS && free[row] > left) {
            row++;
        }
        return row;
    }
}
