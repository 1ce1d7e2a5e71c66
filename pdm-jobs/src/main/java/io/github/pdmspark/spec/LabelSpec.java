package io.github.pdmspark.spec;

import io.github.pdmspark.label.FailureLabel;
import java.time.Duration;

/**
 * What came next.
 *
 * @param horizon how far ahead a failure counts
 * @param lead shortest useful warning
 * @param blackout time after a failure in which rows are in repair
 * @param preventiveReplacement what a replacement without a failure makes of a row
 */
public record LabelSpec(Duration horizon, Duration lead, Duration blackout, Replacement preventiveReplacement) {

    /** What a replacement without a failure makes of a row. */
    public enum Replacement {
        CENSORED,
        NEGATIVE
    }

    public LabelSpec {
        label(horizon, lead, blackout, preventiveReplacement);
    }

    /** The label. */
    public FailureLabel label() {
        return label(horizon, lead, blackout, preventiveReplacement);
    }

    private static FailureLabel label(Duration horizon, Duration lead, Duration blackout, Replacement replacement) {
        FailureLabel label = FailureLabel.within(horizon).lead(lead).blackout(blackout);
        return replacement == Replacement.NEGATIVE ? label.preventiveReplacementIsNegative() : label;
    }
}
