package io.github.pdmspark.table;

import com.google.common.collect.Iterators;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Cuts lines into fields by the header of their own file. In: line, file. Out: the columns, malformed, line, file. */
final class CsvLines implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;
    private static final int OURS = 3;
    private static final int SPARE_COLUMNS = 1_000;
    private static final Row SKIPPED = RowFactory.create();

    private final char separator;
    private final List<String> columns;
    private final Map<String, HeaderLine> headers;

    CsvLines(char separator, List<String> columns, Map<String, HeaderLine> headers) {
        this.separator = separator;
        this.columns = List.copyOf(columns);
        this.headers = new HashMap<>(headers);
    }

    @Override
    public Iterator<Row> call(Iterator<Row> lines) {
        LineParser parser = new LineParser();
        return Iterators.filter(Iterators.transform(lines, parser::parse), row -> row != SKIPPED);
    }

    private CsvParser parser() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(separator);
        settings.setMaxCharsPerColumn(-1);
        settings.setMaxColumns(columns.size() + SPARE_COLUMNS);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        return new CsvParser(settings);
    }

    private HeaderLine header(String file) {
        HeaderLine header = headers.get(HeaderLine.fileKey(file));
        if (header == null) {
            throw new IllegalStateException(
                    "File " + file + " appeared after its table was mapped. Read the folder again.");
        }
        return header;
    }

    /** Parses the lines of one partition, in which the lines of a file follow each other. */
    private final class LineParser {

        private final CsvParser parser = parser();
        private String file = "";
        private HeaderLine header = new HeaderLine("", List.of());
        private int[] places = {};

        Row parse(Row row) {
            open(row.getString(1));
            String line = HeaderLine.cleaned(row.getString(0));
            if (line.isBlank() || line.equals(header.line())) {
                return SKIPPED;
            }
            Object[] result = new Object[columns.size() + OURS];
            boolean whole = line.indexOf('"') < 0 ? cut(line, result) : cutQuoted(line, result);
            result[columns.size()] = whole ? null : line;
            result[columns.size() + 1] = line;
            result[columns.size() + 2] = file;
            return RowFactory.create(result);
        }

        /** A line without quotes: every separator ends a field. */
        private boolean cut(String line, Object[] result) {
            int field = 0;
            int start = 0;
            for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
                put(field++, line.substring(start, end), result);
                start = end + 1;
            }
            put(field++, line.substring(start), result);
            if (field != places.length) {
                Arrays.fill(result, null);
            }
            return field == places.length;
        }

        private boolean cutQuoted(String line, Object[] result) {
            String[] fields = parser.parseLine(line);
            if (fields == null || fields.length != places.length || !quotesClose(line)) {
                return false;
            }
            for (int i = 0; i < fields.length; i++) {
                put(i, fields[i], result);
            }
            return true;
        }

        private void put(int field, @Nullable String value, Object[] result) {
            if (field < places.length && value != null && !value.isEmpty()) {
                result[places[field]] = value;
            }
        }

        private void open(String next) {
            if (!next.equals(file)) {
                file = next;
                header = header(next);
                places = header.names().stream().mapToInt(columns::indexOf).toArray();
            }
        }
    }

    private static boolean quotesClose(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 == 0;
    }
}
