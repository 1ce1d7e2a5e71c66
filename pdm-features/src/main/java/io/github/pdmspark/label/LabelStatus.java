package io.github.pdmspark.label;

/**
 * What is known about the label interval {@code [asOf + lead, asOf + lead + horizon)} of a row. When several apply, the
 * order is {@code IN_REPAIR}, {@code TOO_LATE}, {@code POSITIVE}, {@code CENSORED} by a replacement, {@code NEGATIVE},
 * {@code CENSORED} by the end of observation. Only {@code POSITIVE} and {@code NEGATIVE} rows train or count in metrics.
 */
public enum LabelStatus {
    /** A component fails in the interval; it counts even if the interval was not observed to its end. */
    POSITIVE,
    /** The interval was observed to its end and nothing failed in it. */
    NEGATIVE,
    /** Nothing failed in the interval as far as it was observed, or a preventive replacement hides what would have. */
    CENSORED,
    /** A failure happens in {@code [asOf, asOf + lead)}: a warning now comes too late. */
    TOO_LATE,
    /** A failure at T happened and {@code T <= asOf < T + blackout}. */
    IN_REPAIR
}
