package io.github.pdmspark.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The first line of a CSV file: without byte order mark, and the names in it. */
record HeaderLine(String line, List<String> names) implements Serializable {

    private static final String BYTE_ORDER_MARK = "\ufeff";

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
            if (c == '"') {
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

    /** A file's name in one form: listings say {@code file:///x}, rows say {@code file:/x}. */
    static String fileKey(String file) {
        return file.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*):/+", "$1:/");
    }

    /** A line without byte order mark and carriage return. */
    static String cleaned(String line) {
        String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
