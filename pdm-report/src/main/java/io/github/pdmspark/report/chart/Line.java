package io.github.pdmspark.report.chart;

import java.util.Comparator;
import java.util.List;

/**
 * Points of one colour, ordered by x.
 *
 * @param name its text in the legend; lines of the same name have the same colour in all facets
 * @param points in any order
 * @param drawing joined or single
 */
public record Line(String name, List<Point> points, Drawing drawing) {

    /** How points are drawn. */
    public enum Drawing {
        /** A line from point to point. */
        JOINED,
        /** Dots. */
        DOTS
    }

    public Line {
        points = points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
    }

    /** A joined line. */
    public static Line of(String name, List<Point> points) {
        return new Line(name, points, Drawing.JOINED);
    }

    /** Single dots. */
    public static Line dots(String name, List<Point> points) {
        return new Line(name, points, Drawing.DOTS);
    }
}
