package io.github.pdmspark.report.chart;

import com.google.common.collect.ImmutableList;

/** Eight colours after Okabe and Ito (2008) that colour-blind readers can tell apart, one set per page background. */
final class Palette {

    private static final ImmutableList<String> LIGHT =
            ImmutableList.of("#0072b2", "#d55e00", "#009e73", "#b1508e", "#b88700", "#3a9bd4", "#6b6b6b", "#7a3b00");
    private static final ImmutableList<String> DARK =
            ImmutableList.of("#4da3e0", "#f0813c", "#2fc79a", "#e39cc6", "#f0bf4c", "#9ad2f5", "#a8a8a8", "#d9a066");

    static final int SIZE = LIGHT.size();

    private Palette() {}

    static String color(int index) {
        return "var(--pdm-" + (index + 1) + ", " + LIGHT.get(index) + ")";
    }

    static String light() {
        return variables(LIGHT);
    }

    static String dark() {
        return variables(DARK);
    }

    private static String variables(ImmutableList<String> colors) {
        StringBuilder css = new StringBuilder();
        for (int i = 0; i < SIZE; i++) {
            css.append("--pdm-").append(i + 1).append(':').append(colors.get(i)).append(';');
        }
        return css.toString();
    }
}
