package io.github.pdmspark.label;

/**
 * What a replacement without a failure says about an interval in which nothing fails. A maintenance record of a component
 * is preventive when the same component has no failure at the same instant.
 */
public enum PreventiveReplacement {
    /** The component might have failed, had it stayed: the outcome is unknown. */
    IS_CENSORED,
    /** Nothing failed, so the row is negative. */
    IS_NEGATIVE
}
