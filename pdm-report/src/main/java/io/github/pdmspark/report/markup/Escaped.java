package io.github.pdmspark.report.markup;

/** Text that means itself inside HTML and SVG. */
final class Escaped {

    private static final char REPLACEMENT = '\uFFFD';

    private Escaped() {}

    static String text(String raw) {
        StringBuilder escaped = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            append(escaped, raw.charAt(i));
        }
        return escaped.toString();
    }

    static String attribute(String raw) {
        return text(raw).replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static void append(StringBuilder escaped, char c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            default -> escaped.append(isControl(c) ? REPLACEMENT : c);
        }
    }

    /** XML allows no other control characters, and a browser drops a NUL silently. */
    private static boolean isControl(char c) {
        return c < ' ' && c != '\n' && c != '\t' && c != '\r';
    }
}
