package io.github.pdmspark.feature;

/** The names of the columns of a feature table that are neither its key nor features. */
public final class FeatureColumns {

    /**
     * Whether the row knows enough: {@code OK}, {@code SUSPENDED}, {@code INSUFFICIENT_HISTORY}, {@code LOW_COVERAGE}, {@code
     * NO_TELEMETRY}.
     */
    public static final String FEATURE_STATUS = "feature_status";
    /** The smallest share of expected readings over all windows. */
    public static final String COVERAGE = "coverage";

    /** All features in one array, where a table has them so. */
    public static final String FEATURES = "features";

    private FeatureColumns() {}
}
