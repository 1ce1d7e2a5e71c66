package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.markup.Element;
import io.github.pdmspark.report.table.TableView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines or dots over time or a number, in one panel or several below each other, with bands and marks.
 *
 * @param question the title
 * @param x what runs to the right, common to all panels
 * @param facets the panels
 * @param marks vertical lines
 */
public record LineChart(String question, XAxis x, List<Facet> facets, List<Mark> marks) implements Chart {

    public LineChart {
        facets = List.copyOf(facets);
        marks = List.copyOf(marks);
        Limits.series(question, names(facets).size());
        Limits.points(question, marks.size() + points(facets));
    }

    /** Panels without marks. */
    public static LineChart of(String question, XAxis x, Facet... facets) {
        return new LineChart(question, x, List.of(facets), List.of());
    }

    /** The same chart with these marks. */
    public LineChart withMarks(List<Mark> marks) {
        return new LineChart(question, x, facets, marks);
    }

    @Override
    public String summary() {
        List<Point> drawn = drawn();
        return drawn.isEmpty()
                ? "No data."
                : "Lines: " + String.join(", ", names()) + "; " + points(facets) + " points from "
                        + text(drawn.stream().mapToDouble(Point::x).min().orElse(0)) + " to "
                        + text(drawn.stream().mapToDouble(Point::x).max().orElse(0)) + ".";
    }

    @Override
    public TableView table() {
        boolean banded =
                facets.stream().flatMap(facet -> facet.drawn().stream()).anyMatch(Point::hasBand);
        List<String> headers = new ArrayList<>(List.of("panel", "line", x.label(), "value"));
        if (banded) {
            headers.addAll(List.of("low", "high"));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Facet facet : facets) {
            for (Line line : facet.lines()) {
                line.points().forEach(point -> rows.add(row(facet, line, point, headers.size())));
            }
        }
        for (Mark mark : marks) {
            rows.add(row(
                    new Facet("mark", List.of()),
                    Line.of(mark.name(), List.of()),
                    Point.of(mark.x(), Double.NaN),
                    headers.size()));
        }
        return TableView.of(headers, rows);
    }

    @Override
    public Element svg() {
        return drawn().isEmpty() ? new Canvas().empty(this) : Panels.draw(this);
    }

    List<String> names() {
        return names(facets);
    }

    List<Point> drawn() {
        return facets.stream().flatMap(facet -> facet.drawn().stream()).toList();
    }

    private List<@Nullable Object> row(Facet facet, Line line, Point point, int cells) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(facet.name());
        row.add(line.name());
        row.add(x.value(point.x()));
        row.add(Cells.value(point.y()));
        if (cells > row.size()) {
            row.add(Cells.value(point.low()));
            row.add(Cells.value(point.high()));
        }
        return row;
    }

    private String text(double position) {
        return TableView.of(x.label()).withRow(x.value(position)).cell(0, 0);
    }

    private static List<String> names(List<Facet> facets) {
        return facets.stream()
                .flatMap(facet -> facet.lines().stream())
                .map(Line::name)
                .distinct()
                .toList();
    }

    private static long points(List<Facet> facets) {
        return facets.stream()
                .flatMap(facet -> facet.lines().stream())
                .mapToLong(line -> line.points().size())
                .sum();
    }
}
