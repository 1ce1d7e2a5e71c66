package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.markup.Element;
import io.github.pdmspark.report.table.Numbers;
import io.github.pdmspark.report.table.TableView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A grid of values as shades of one colour, such as a confusion matrix or the coverage of each machine by week.
 *
 * @param question the title
 * @param unit what the shades mean
 * @param rows names from top to bottom
 * @param columns names from left to right
 * @param values one list per row with one value per column; NaN where there is none
 */
public record HeatMap(String question, String unit, List<String> rows, List<String> columns, List<List<Double>> values)
        implements Chart {

    public HeatMap {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        values = values.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (values.size() != rows.size() || values.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("Chart '" + question + "' has " + rows.size() + " x " + width
                    + " names, but its values are " + values.size() + " rows of "
                    + values.stream().map(List::size).distinct().toList() + ".");
        }
        Limits.points(question, (long) rows.size() * width);
    }

    @Override
    public String summary() {
        return isEmpty()
                ? "No data."
                : "Heat map: " + rows.size() + " x " + columns.size() + " cells from " + Numbers.plain(lowest())
                        + " to " + Numbers.plain(highest()) + (unit.isEmpty() ? "." : " " + unit + ".");
    }

    @Override
    public TableView table() {
        List<String> headers = new ArrayList<>(List.of(""));
        headers.addAll(columns);
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(rows.get(i));
            values.get(i).forEach(value -> row.add(Cells.value(value)));
            cells.add(row);
        }
        return TableView.of(headers, cells);
    }

    @Override
    public Element svg() {
        return isEmpty() ? new Canvas().empty(this) : Shades.draw(this);
    }

    double lowest() {
        return finite().min().orElse(0);
    }

    double highest() {
        return finite().max().orElse(0);
    }

    private boolean isEmpty() {
        return finite().findAny().isEmpty();
    }

    private DoubleStream finite() {
        return values.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite);
    }
}
