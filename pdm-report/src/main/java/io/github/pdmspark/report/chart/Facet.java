package io.github.pdmspark.report.chart;

import java.util.List;

/**
 * One of several panels with a value axis of its own.
 *
 * @param name what the values are, with the unit
 * @param lines what it shows
 */
public record Facet(String name, List<Line> lines) {

    public Facet {
        lines = List.copyOf(lines);
    }

    /** A panel with some lines. */
    public static Facet of(String name, Line... lines) {
        return new Facet(name, List.of(lines));
    }

    List<Point> drawn() {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .filter(Point::isDrawn)
                .toList();
    }
}
