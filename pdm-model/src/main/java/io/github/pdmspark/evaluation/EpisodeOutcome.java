package io.github.pdmspark.evaluation;

/** What became of one alarm episode; decided by the component's next failure at or after its start. */
public enum EpisodeOutcome {
    /** It starts in the actionable window of that failure. */
    TRUE,
    /** It names the right component, but less than the lead before the failure: neither true nor false. */
    LATE,
    /** No failure in {@code [start, start + lead + within)}, and all of it was observed. */
    FALSE,
    /** No failure in the observed part of that interval, which ends after the end of observation. */
    UNDETERMINED
}
