package io.github.pdmspark.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first line of a CSV file: without byte order mark, and the names in it. */
record HeaderLine(String line, List<String> names) implements Serializable {

    /** Stands for bytes that are not UTF-8. */
    static final char UNDECODABLE = '\ufffd';

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final char NUL = '\0';

    HeaderLine {
        names = List.copyOf(names);
    }

    static HeaderLine parse(String line, char separator) {
        String text = cleaned(line);
        List<String> names = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && text.startsWith("\"\"", i)) {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                names.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        names.add(field.toString().strip());
        return new HeaderLine(text, names);
    }

    /** What the line shows about a file that is not UTF-8 text; empty when it is. */
    Optional<String> wrongEncoding() {
        if (line.startsWith("\u001f" + UNDECODABLE)) {
            return Optional.of("It is compressed with gzip: let its name end with .gz.");
        }
        if (line.startsWith("PAR1")) {
            return Optional.of("It is a Parquet file: read it with ParquetFiles.");
        }
        if (line.startsWith("" + UNDECODABLE + UNDECODABLE) || line.indexOf(NUL) >= 0) {
            return Optional.of("It looks like UTF-16: write it as UTF-8.");
        }
        return line.indexOf(UNDECODABLE) >= 0
                ? Optional.of("Its first line cannot be decoded from character " + line.indexOf(UNDECODABLE)
                        + " on: write it as UTF-8.")
                : Optional.empty();
    }

    /** A file's name in one form: listings say {@code file:///x y}, rows say {@code file:/x%20y}. */
    static String fileKey(String file) {
        return FileNames.decoded(file).replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*):/+", "$1:/");
    }

    /** A line without byte order mark and carriage return. */
    static String cleaned(String line) {
        String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
