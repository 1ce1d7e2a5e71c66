package io.github.pdmspark.evaluation;

/** Which failures an evaluation over a range of scores counts. */
public enum FailureScope {
    /** Every failure inside the range, also one right after its start that the scores could hardly warn of. */
    IN_RANGE,
    /** Only failures whose whole actionable window lies inside the range as well. */
    WHOLE_WINDOW_IN_RANGE
}
