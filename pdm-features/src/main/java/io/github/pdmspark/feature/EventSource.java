package io.github.pdmspark.feature;

/** A log of events that features read. */
public enum EventSource {
    /** The error log. */
    ERRORS,
    /** The maintenance log. */
    MAINTENANCE
}
