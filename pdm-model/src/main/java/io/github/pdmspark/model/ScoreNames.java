package io.github.pdmspark.model;

import java.util.Arrays;

/**
 * How the columns with the numbers of a score table are called: {@code score} until the model was calibrated, {@code
 * probability} after.
 */
public enum ScoreNames {
    /** {@code score}, {@code score_<component>}. */
    SCORES(ScoreColumns.SCORE),
    /** {@code probability}, {@code probability_<component>}. */
    PROBABILITIES(ScoreColumns.PROBABILITY);

    private final String total;

    ScoreNames(String total) {
        this.total = total;
    }

    /** The names in a table with these columns: those of probabilities if it has a column {@code probability}. */
    public static ScoreNames in(String[] columns) {
        return Arrays.asList(columns).contains(ScoreColumns.PROBABILITY) ? PROBABILITIES : SCORES;
    }

    /** The column for any failure. */
    public String total() {
        return total;
    }

    /** The column of one component; quote it, the name of a component may hold any character. */
    public String of(String component) {
        return total + "_" + component;
    }
}
