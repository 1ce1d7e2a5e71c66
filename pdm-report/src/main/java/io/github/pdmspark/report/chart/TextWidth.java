package io.github.pdmspark.report.chart;

import java.util.Collection;

/** How wide text is in a sans-serif font: as wide as in the widest usual one, so that nothing is cut. */
final class TextWidth {

    private static final double EM = 13;
    private static final String NARROW = "iljtfr.,:;|!'()[] ";
    private static final String WIDE = "mwMW@%\u2026";

    private TextWidth() {}

    static double of(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += EM * share(text.charAt(i));
        }
        return width;
    }

    static double widest(Collection<String> texts) {
        return texts.stream().mapToDouble(TextWidth::of).max().orElse(0);
    }

    /** The text; when wider than {@code room} without its middle, as long names often differ at the end. */
    static String fitted(String text, double room) {
        int kept = text.length();
        String shown = text;
        while (kept > 2 && of(shown) > room) {
            kept--;
            shown = text.substring(0, (kept + 1) / 2) + "\u2026" + text.substring(text.length() - kept / 2);
        }
        return shown;
    }

    private static double share(char c) {
        if (c > '\u2E7F') {
            return 1.05;
        }
        if (NARROW.indexOf(c) >= 0) {
            return 0.42;
        }
        return WIDE.indexOf(c) >= 0 ? 0.98 : Character.isUpperCase(c) ? 0.74 : 0.64;
    }
}
