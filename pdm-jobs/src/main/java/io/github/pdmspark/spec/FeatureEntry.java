package io.github.pdmspark.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.pipeline.FeaturePipelineBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One declared feature; {@code docs/reference/features.md} has the formulas. Without sensors, it is computed for all. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FeatureEntry.Rolling.class, name = "rolling"),
    @JsonSubTypes.Type(value = FeatureEntry.Tumbling.class, name = "tumbling"),
    @JsonSubTypes.Type(value = FeatureEntry.Ewma.class, name = "ewma"),
    @JsonSubTypes.Type(value = FeatureEntry.Quantiles.class, name = "quantiles"),
    @JsonSubTypes.Type(value = FeatureEntry.RobustSlope.class, name = "robust_slope"),
    @JsonSubTypes.Type(value = FeatureEntry.Crossings.class, name = "crossings"),
    @JsonSubTypes.Type(value = FeatureEntry.Change.class, name = "change"),
    @JsonSubTypes.Type(value = FeatureEntry.Ratio.class, name = "ratio"),
    @JsonSubTypes.Type(value = FeatureEntry.ZScore.class, name = "z_score"),
    @JsonSubTypes.Type(value = FeatureEntry.Cusum.class, name = "cusum"),
    @JsonSubTypes.Type(value = FeatureEntry.Outliers.class, name = "outliers"),
    @JsonSubTypes.Type(value = FeatureEntry.ErrorCounts.class, name = "error_counts"),
    @JsonSubTypes.Type(value = FeatureEntry.DistinctErrors.class, name = "distinct_errors"),
    @JsonSubTypes.Type(value = FeatureEntry.TimeSinceErrors.class, name = "time_since_errors"),
    @JsonSubTypes.Type(value = FeatureEntry.TimeSinceAnyError.class, name = "time_since_any_error"),
    @JsonSubTypes.Type(value = FeatureEntry.TimeSinceMaintenance.class, name = "time_since_maintenance"),
    @JsonSubTypes.Type(value = FeatureEntry.ReplacementCounts.class, name = "replacement_counts"),
    @JsonSubTypes.Type(value = FeatureEntry.MachineAttributes.class, name = "machine_attributes"),
})
public sealed interface FeatureEntry {

    /** Adds the feature to a pipeline. */
    FeaturePipelineBuilder declare(FeaturePipelineBuilder builder);

    /** Statistics over sliding windows. */
    record Rolling(List<Statistic> statistics, List<Duration> windows, Optional<List<String>> sensors)
            implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.rolling(statistics.toArray(Statistic[]::new))
                    .on(names(sensors))
                    .over(lengths(windows));
        }
    }

    /** Statistics over the latest whole window. */
    record Tumbling(List<Statistic> statistics, List<Duration> windows, Optional<List<String>> sensors)
            implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.tumbling(statistics.toArray(Statistic[]::new))
                    .on(names(sensors))
                    .over(lengths(windows));
        }
    }

    /** Averages that forget with time. */
    record Ewma(Duration halfLife, List<Duration> windows, Optional<List<String>> sensors) implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.ewma(halfLife).on(names(sensors)).over(lengths(windows));
        }
    }

    /** Exact quantiles. */
    record Quantiles(List<Double> levels, List<Duration> windows, Optional<List<String>> sensors)
            implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.quantiles(
                            levels.stream().mapToDouble(Double::doubleValue).toArray())
                    .on(names(sensors))
                    .over(lengths(windows));
        }
    }

    /** Theil-Sen slopes. */
    record RobustSlope(List<Duration> windows, Optional<List<String>> sensors) implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.robustSlope().on(names(sensors)).over(lengths(windows));
        }
    }

    /** How often values cross a level. */
    record Crossings(double level, List<Duration> windows, Optional<List<String>> sensors) implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.crossings(level).on(names(sensors)).over(lengths(windows));
        }
    }

    /** A window minus a longer one. */
    record Change(Statistic statistic, Duration reference, Duration window, Optional<List<String>> sensors)
            implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.change(statistic).on(names(sensors)).from(reference).to(window);
        }
    }

    /** A window divided by a longer one. */
    record Ratio(Statistic statistic, Duration reference, Duration window, Optional<List<String>> sensors)
            implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.ratio(statistic).on(names(sensors)).from(reference).to(window);
        }
    }

    /** Means in standard deviations from the machine's own past. */
    record ZScore(List<Duration> windows, Duration past, Optional<List<String>> sensors) implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.zScore().on(names(sensors)).over(lengths(windows)).against(past);
        }
    }

    /** Cumulative sums of deviations from the machine's own past. */
    record Cusum(double slack, List<Duration> windows, Duration past, Optional<List<String>> sensors)
            implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.cusum(slack)
                    .on(names(sensors))
                    .over(lengths(windows))
                    .against(past);
        }
    }

    /** How many values lie far from the machine's own past. */
    record Outliers(double sigmas, List<Duration> windows, Duration past, Optional<List<String>> sensors)
            implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.outliers(sigmas)
                    .on(names(sensors))
                    .over(lengths(windows))
                    .against(past);
        }
    }

    /** Errors of every code. */
    record ErrorCounts(List<Duration> windows) implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.errorCounts().over(lengths(windows));
        }
    }

    /** Different error codes. */
    record DistinctErrors(List<Duration> windows) implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.distinctErrors().over(lengths(windows));
        }
    }

    /** Hours since the latest error of every code. */
    record TimeSinceErrors() implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.timeSinceErrors();
        }
    }

    /** Hours since the latest error. */
    record TimeSinceAnyError() implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.timeSinceAnyError();
        }
    }

    /** Hours since the latest maintenance of every component. */
    record TimeSinceMaintenance() implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.timeSinceMaintenance();
        }
    }

    /** How often every component was maintained. */
    record ReplacementCounts() implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.replacementCounts();
        }
    }

    /** All attributes of the machines table. */
    record MachineAttributes() implements FeatureEntry {
        @Override
        public FeaturePipelineBuilder declare(FeaturePipelineBuilder builder) {
            return builder.machineAttributes();
        }
    }

    private static String[] names(Optional<List<String>> sensors) {
        return sensors.orElse(List.of()).toArray(String[]::new);
    }

    private static Duration[] lengths(List<Duration> windows) {
        return windows.toArray(Duration[]::new);
    }
}
