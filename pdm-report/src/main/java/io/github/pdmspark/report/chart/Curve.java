package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.markup.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws one line with its band, interrupted where a value is missing.
 *
 * @param x from position to pixel
 * @param y from value to pixel
 * @param color of line and band
 */
record Curve(Scale x, Scale y, String color) {

    void draw(Canvas canvas, Line line) {
        double width = line.points().size() > 400 ? 1 : 1.8;
        for (List<Point> run : runs(line.points())) {
            if (run.stream().anyMatch(Point::hasBand)) {
                band(canvas, run);
            }
            if (line.drawing() == Line.Drawing.DOTS || run.size() == 1) {
                double radius = run.size() > 50 ? 2.2 : 4;
                run.forEach(point -> dot(canvas, point, radius));
            } else {
                path(canvas, run, width);
            }
        }
    }

    private static List<List<Point>> runs(List<Point> points) {
        List<List<Point>> runs = new ArrayList<>(List.of(new ArrayList<>()));
        for (Point point : points) {
            if (point.isDrawn()) {
                runs.get(runs.size() - 1).add(point);
            } else {
                runs.add(new ArrayList<>());
            }
        }
        runs.removeIf(List::isEmpty);
        return runs;
    }

    private void path(Canvas canvas, List<Point> run, double width) {
        StringBuilder steps = new StringBuilder();
        run.forEach(point -> step(steps, point.x(), point.y()));
        canvas.shape("path")
                .with("d", steps.toString())
                .with("fill", "none")
                .with("stroke", color)
                .with("stroke-width", width)
                .with("stroke-linejoin", "round");
    }

    private void band(Canvas canvas, List<Point> run) {
        StringBuilder steps = new StringBuilder();
        run.forEach(point -> step(steps, point.x(), point.high()));
        for (int i = run.size() - 1; i >= 0; i--) {
            step(steps, run.get(i).x(), run.get(i).low());
        }
        canvas.shape("path")
                .with("d", steps.append('Z').toString())
                .with("fill", color)
                .with("fill-opacity", 0.2);
    }

    private void dot(Canvas canvas, Point point, double radius) {
        canvas.shape("circle")
                .with("cx", x.at(point.x()))
                .with("cy", y.at(point.y()))
                .with("r", radius)
                .with("fill", color)
                .with("fill-opacity", 0.75);
    }

    private void step(StringBuilder steps, double position, double value) {
        steps.append(steps.isEmpty() ? 'M' : 'L')
                .append(Element.decimal(x.at(position)))
                .append(' ')
                .append(Element.decimal(y.at(value)));
    }
}
