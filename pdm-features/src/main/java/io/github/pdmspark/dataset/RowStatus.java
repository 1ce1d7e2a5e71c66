package io.github.pdmspark.dataset;

/** Why a row can or cannot train, the first reason that applies; in the order of the funnel. */
public enum RowStatus {
    /** The machine was off or in repair. */
    SUSPENDED,
    /** The machine had not been observed for the longest feature window. */
    INSUFFICIENT_HISTORY,
    /** The machine never had a reading. */
    NO_TELEMETRY,
    /** Too many readings are missing in a feature window. */
    LOW_COVERAGE,
    /** The machine failed shortly before. */
    IN_REPAIR,
    /** A failure comes sooner than a warning is of use. */
    TOO_LATE,
    /** Nobody knows what happens in the label interval. */
    CENSORED,
    /** The row trains and counts in metrics. */
    USABLE
}
