package io.github.pdmspark.table;

import com.google.common.collect.Iterators;
import com.univocity.parsers.common.TextParsingException;
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
            result[columns.size()] = fault(line, result);
            result[columns.size() + 1] = line;
            result[columns.size() + 2] = file;
            return RowFactory.create(result);
        }

        /** Fills the fields of the line; else what is wrong with it. */
        private @Nullable String fault(String line, Object[] result) {
            int undecodable = line.indexOf(HeaderLine.UNDECODABLE);
            if (undecodable >= 0) {
                return "not UTF-8 from character " + undecodable;
            }
            return line.indexOf('"') < 0 ? cut(line, result) : cutQuoted(line, result);
        }

        /** A line without quotes: every separator ends a field. */
        private @Nullable String cut(String line, Object[] result) {
            int field = 0;
            int start = 0;
            for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
                put(field++, line.substring(start, end), result);
                start = end + 1;
            }
            put(field++, line.substring(start), result);
            if (field != places.length) {
                Arrays.fill(result, null);
                return wrongCount(field);
            }
            return null;
        }

        private @Nullable String cutQuoted(String line, Object[] result) {
            if (!quotesClose(line)) {
                return "a quote does not close";
            }
            String[] fields = fields(line);
            if (fields == null) {
                return "far more fields than the header";
            }
            if (fields.length != places.length) {
                return wrongCount(fields.length);
            }
            for (int i = 0; i < fields.length; i++) {
                put(i, fields[i], result);
            }
            return null;
        }

        private String @Nullable [] fields(String line) {
            try {
                return parser.parseLine(line);
            } catch (TextParsingException e) {
                return null;
            }
        }

        private String wrongCount(int fields) {
            return "fields: " + fields + " instead of " + places.length;
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
