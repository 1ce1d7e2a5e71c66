package io.github.pdmspark.label;

/**
 * What a replacement without a failure says about an interval in which nothing fails. A maintenance record of a component
 * is preventive unless the same component failed at the same instant, or less than the minimum repair time before.
 */
public enum PreventiveReplacement {
    /** The component might have failed, had it stayed: the outcome is unknown. */
    IS_CENSORED,
    /** Nothing failed, so the row is negative. */
    IS_NEGATIVE
}
