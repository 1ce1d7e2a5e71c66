package io.github.pdmspark.evaluation;

/** What the alarms did about one failure; the first that applies. An alarm before the component's previous failure is not about this one. */
public enum FailureOutcome {
    /** No row of the actionable window has a score: the failure could not be seen. */
    NOT_SEEN,
    /** An episode of the component starts in the actionable window. */
    DETECTED,
    /** An episode started before the window and was still on in it. */
    EARLY,
    /** An episode starts after the window: less than the lead before the failure. */
    LATE,
    /** None of these. */
    MISSED
}
