package io.github.pdmspark.model;

/** Why a row of the score table has a score or has none. */
public enum ScoreStatus {
    /** The row has a score. */
    SCORED,
    /** The machine is off or in repair. */
    SUSPENDED,
    /** The machine has not been watched for as long as the longest window. */
    INSUFFICIENT_HISTORY,
    /** Too few readings in a window. */
    LOW_COVERAGE,
    /** The machine never sent a reading. */
    NO_TELEMETRY,
    /** The features are there, but the algorithm found no finite score for them. */
    NOT_SCORED
}
