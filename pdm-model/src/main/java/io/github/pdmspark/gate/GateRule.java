package io.github.pdmspark.gate;

/** What the gate looks for. */
public enum GateRule {
    /** One feature alone ranks failures almost perfectly; the figure is the area under its ROC curve. */
    FEATURE_TELLS_FAILURE(
            "area",
            "look whether it is written after the failure or from it, probe it with LeakageProbe, or leave it out with"
                    + " .without(...)"),
    /** Whether a feature is missing depends on the label; the figure is the difference of the missing shares. */
    MISSING_TELLS_FAILURE(
            "difference of missing shares",
            "find out who stops or starts to record it and when, or leave it out with .without(...)"),
    /** A feature is distributed otherwise than in training; the figure is the population stability index. */
    FEATURE_DRIFTED(
            "stability index",
            "look for a new sensor, unit or kind of machine; train on a later period, or leave it out with"
                    + " .without(...)");

    private final String figure;
    private final String fix;

    GateRule(String figure, String fix) {
        this.figure = figure;
        this.fix = fix;
    }

    /** What the figure of a finding is. */
    public String figure() {
        return figure;
    }

    /** What to do about a finding. */
    public String fix() {
        return fix;
    }
}
