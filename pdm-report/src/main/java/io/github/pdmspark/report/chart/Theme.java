package io.github.pdmspark.report.chart;

/** The CSS variables that charts use, for the page around them. */
public final class Theme {

    private Theme() {}

    /** Declarations {@code --pdm-1:#...;} for a light background. */
    public static String light() {
        return Palette.light();
    }

    /** Declarations for a dark background. */
    public static String dark() {
        return Palette.dark();
    }
}
