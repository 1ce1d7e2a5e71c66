package io.github.pdmspark.report.table;

import io.github.pdmspark.report.markup.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table for reading: numbers right-aligned with the same decimals all down a column, times in UTC, null as a dash.
 *
 * @param headers column titles
 * @param rows cells of each row, as many as headers; null is a missing value
 * @param note a line below the table, empty when there is nothing to say
 */
public record TableView(List<String> headers, List<List<@Nullable Object>> rows, String note) {

    public TableView {
        headers = List.copyOf(headers);
        List<List<@Nullable Object>> copy = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            if (row.size() != headers.size()) {
                throw new IllegalArgumentException("Row " + (copy.size() + 1) + " has " + row.size()
                        + " cells, but the table has " + headers.size() + " columns " + headers + ".");
            }
            copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copy);
    }

    /** A table without a note. */
    public static TableView of(List<String> headers, List<List<@Nullable Object>> rows) {
        return new TableView(headers, rows, "");
    }

    /** A table without rows yet, to be continued with {@link #withRow}. */
    public static TableView of(String... headers) {
        return of(List.of(headers), List.of());
    }

    /** The same table with one more row. */
    public TableView withRow(@Nullable Object... cells) {
        List<List<@Nullable Object>> more = new ArrayList<>(rows);
        more.add(Arrays.asList(cells));
        return new TableView(headers, more, note);
    }

    /** The same table with another line below it. */
    public TableView withNote(String text) {
        return new TableView(headers, rows, text);
    }

    /** Aligned text of at most {@code maxRows} rows and a last line that says how many are left out. */
    public String text(int maxRows) {
        return TextTable.of(this, maxRows);
    }

    /** A {@code <div>} that scrolls sideways by itself, with the table and the note in it. */
    public Element html() {
        return HtmlTable.of(this);
    }

    /** The text of one cell as the table shows it; rows and columns count from 0. */
    public String cell(int row, int column) {
        return formats().get(column).text(rows.get(row).get(column));
    }

    List<ColumnFormat> formats() {
        List<ColumnFormat> formats = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            int index = column;
            formats.add(ColumnFormat.of(rows.stream()
                    .map(row -> row.get(index))
                    .filter(Objects::nonNull)
                    .toList()));
        }
        return formats;
    }
}
