package io.github.pdmspark.report.chart;

/** What keeps a chart readable and the driver alive. */
final class Limits {

    private static final int MOST_SERIES = Palette.SIZE;

    private Limits() {}

    static void points(String question, long points) {
        if (points > Chart.MOST_POINTS) {
            throw new IllegalArgumentException("Chart '" + question + "' has " + points + " points, more than "
                    + Chart.MOST_POINTS + ". Aggregate in Spark first, for example by day, or draw fewer series.");
        }
    }

    static void series(String question, long series) {
        if (series > MOST_SERIES) {
            throw new IllegalArgumentException("Chart '" + question + "' has " + series + " colours, more than "
                    + MOST_SERIES + " that can be told apart. Draw facets or sum the small ones up as 'other'.");
        }
    }
}
