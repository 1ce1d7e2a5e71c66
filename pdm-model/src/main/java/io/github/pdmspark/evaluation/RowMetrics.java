package io.github.pdmspark.evaluation;

import java.util.List;

/**
 * The verdict by rows, secondary to the one by events: the rows of one failure are many and alike.
 *
 * @param confusion rows by actual and predicted class; predicted is the class with the largest score, the first of equals
 * @param anyFailure quality of {@code 1 - score(none)}
 * @param components quality of each component's score, in the order of the classes
 * @param unlabelled rows left out because they have no label
 * @param unscored labelled rows left out because they have no scores
 */
public record RowMetrics(
        ConfusionMatrix confusion,
        ScoreQuality anyFailure,
        List<ScoreQuality> components,
        long unlabelled,
        long unscored) {

    public RowMetrics {
        components = List.copyOf(components);
    }

    /** Rows that were judged. */
    public long rows() {
        return confusion.total();
    }

    /** Mean F1 of all classes that have rows, {@code none} included. */
    public Metric macroF1() {
        return confusion.macroF1();
    }
}
