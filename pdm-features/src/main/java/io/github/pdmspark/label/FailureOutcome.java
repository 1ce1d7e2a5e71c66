package io.github.pdmspark.label;

import java.util.List;

/**
 * The label of one row.
 *
 * @param components indexes of all components that fail in the label interval, in time order, each once; empty unless
 *     {@code POSITIVE}
 * @param microsToFailure distance from {@code asOf} to the earliest failure in the interval; 0 unless {@code POSITIVE}
 */
record FailureOutcome(LabelStatus status, List<Integer> components, long microsToFailure) {

    static FailureOutcome without(LabelStatus status) {
        return new FailureOutcome(status, List.of(), 0);
    }

    boolean isPositive() {
        return status == LabelStatus.POSITIVE;
    }
}
