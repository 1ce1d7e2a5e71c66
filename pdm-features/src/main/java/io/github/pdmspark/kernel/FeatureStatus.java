package io.github.pdmspark.kernel;

/** Whether a row of features knows enough; judged by what was visible at its prediction time only. */
public enum FeatureStatus {
    /** Warmed up and covered. */
    OK,
    /** The machine is off or in repair. */
    SUSPENDED,
    /** The first visible reading, or suspension, is younger than the longest window. */
    INSUFFICIENT_HISTORY,
    /** A window holds too small a share of its expected readings, or without a sampling period no reading at all. */
    LOW_COVERAGE,
    /** No reading of the machine is visible, nor that it was ever suspended. */
    NO_TELEMETRY
}
