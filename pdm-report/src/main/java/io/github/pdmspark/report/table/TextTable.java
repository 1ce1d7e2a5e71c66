package io.github.pdmspark.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as aligned text for a console. */
final class TextTable {

    private static final int WIDEST_CELL = 60;
    private static final String BETWEEN = "  ";
    private static final String CUT = "...";

    private TextTable() {}

    static String of(TableView table, int maxRows) {
        List<ColumnFormat> formats = table.formats();
        List<List<String>> cells = new ArrayList<>();
        cells.add(table.headers().stream().map(TextTable::shortened).toList());
        table.rows().stream()
                .limit(maxRows)
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> shortened(formats.get(i).text(row.get(i))))
                        .toList())
                .forEach(cells::add);
        List<Integer> widths = widths(cells);
        List<String> lines = new ArrayList<>();
        cells.forEach(row -> lines.add(line(row, widths, formats)));
        lines.add(1, widths.stream().map("-"::repeat).collect(Collectors.joining(BETWEEN)));
        addRest(lines, table, maxRows);
        return String.join("\n", lines);
    }

    private static void addRest(List<String> lines, TableView table, int maxRows) {
        int rest = table.rows().size() - maxRows;
        if (rest > 0) {
            lines.add("(" + rest + " more rows)");
        }
        if (table.rows().isEmpty()) {
            lines.add("(no rows)");
        }
        if (!table.note().isEmpty()) {
            lines.add(table.note());
        }
    }

    private static List<Integer> widths(List<List<String>> cells) {
        return IntStream.range(0, cells.get(0).size())
                .mapToObj(column -> cells.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
    }

    private static String line(List<String> row, List<Integer> widths, List<ColumnFormat> formats) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> {
                    String padding = " ".repeat(widths.get(i) - row.get(i).length());
                    return formats.get(i).isNumeric() ? padding + row.get(i) : row.get(i) + padding;
                })
                .collect(Collectors.joining(BETWEEN))
                .stripTrailing();
    }

    /** One line per cell: line breaks and terminal control characters of the data do not reach the console. */
    private static String shortened(String text) {
        String line = text.equals(ColumnFormat.MISSING) ? "-" : text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= WIDEST_CELL ? line : line.substring(0, WIDEST_CELL - CUT.length()) + CUT;
    }
}
