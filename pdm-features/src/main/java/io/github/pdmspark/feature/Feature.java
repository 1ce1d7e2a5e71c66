package io.github.pdmspark.feature;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One declared feature; it gives one column or more. A feature at a prediction time {@code asOf} reads a record only if
 * {@code event_time < asOf} and {@code known_at <= asOf}. The set is closed, and so is the set of names in JSON; formulas
 * and null rules of all kinds are in {@code docs/reference/features.md}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RollingStatistic.class, name = "rolling_statistic"),
    @JsonSubTypes.Type(value = TumblingStatistic.class, name = "tumbling_statistic"),
    @JsonSubTypes.Type(value = WindowComparison.class, name = "window_comparison"),
    @JsonSubTypes.Type(value = ZScore.class, name = "z_score"),
    @JsonSubTypes.Type(value = DecayedMean.class, name = "decayed_mean"),
    @JsonSubTypes.Type(value = CircularMean.class, name = "circular_mean"),
    @JsonSubTypes.Type(value = RollingQuantile.class, name = "rolling_quantile"),
    @JsonSubTypes.Type(value = RobustSlope.class, name = "robust_slope"),
    @JsonSubTypes.Type(value = Cusum.class, name = "cusum"),
    @JsonSubTypes.Type(value = OutlierCount.class, name = "outlier_count"),
    @JsonSubTypes.Type(value = LevelCrossings.class, name = "level_crossings"),
    @JsonSubTypes.Type(value = SpectralEnergy.class, name = "spectral_energy"),
    @JsonSubTypes.Type(value = CustomStatistic.class, name = "custom_statistic"),
    @JsonSubTypes.Type(value = SinceReplacement.class, name = "since_replacement"),
    @JsonSubTypes.Type(value = EventCount.class, name = "event_count"),
    @JsonSubTypes.Type(value = TimeSinceEvent.class, name = "time_since_event"),
    @JsonSubTypes.Type(value = TimeSinceMaintenance.class, name = "time_since_maintenance"),
    @JsonSubTypes.Type(value = ReplacementCount.class, name = "replacement_count"),
    @JsonSubTypes.Type(value = LastAction.class, name = "last_action"),
    @JsonSubTypes.Type(value = EventsPerUsage.class, name = "events_per_usage"),
    @JsonSubTypes.Type(value = DistinctEvents.class, name = "distinct_events"),
    @JsonSubTypes.Type(value = TimeSinceAnyEvent.class, name = "time_since_any_event"),
    @JsonSubTypes.Type(value = UsageSinceMaintenance.class, name = "usage_since_maintenance"),
    @JsonSubTypes.Type(value = CategoricalAttribute.class, name = "categorical_attribute"),
    @JsonSubTypes.Type(value = NumericAttribute.class, name = "numeric_attribute"),
    @JsonSubTypes.Type(value = MachineAge.class, name = "machine_age"),
})
public sealed interface Feature
        permits RollingStatistic,
                TumblingStatistic,
                WindowComparison,
                ZScore,
                DecayedMean,
                CircularMean,
                RollingQuantile,
                RobustSlope,
                Cusum,
                OutlierCount,
                LevelCrossings,
                SpectralEnergy,
                CustomStatistic,
                SinceReplacement,
                EventCount,
                TimeSinceEvent,
                TimeSinceMaintenance,
                ReplacementCount,
                LastAction,
                EventsPerUsage,
                DistinctEvents,
                TimeSinceAnyEvent,
                UsageSinceMaintenance,
                CategoricalAttribute,
                NumericAttribute,
                MachineAge {

    /** The names of its columns, in output order. */
    List<String> columnNames();

    /** The lengths of the windows of its columns; empty when it has none. */
    default List<Duration> windows() {
        return List.of();
    }

    /** All windows that it looks back over, those that it only compares with too. */
    default List<Window> windowsRead() {
        return windows().stream().<Window>map(Window::of).toList();
    }

    /** The sensors that it reads; empty when it reads no telemetry. */
    default List<String> sensors() {
        return List.of();
    }

    /** The log of events that it reads. */
    default Optional<EventSource> events() {
        return Optional.empty();
    }

    /** Whether it is defined only where the time between two readings is declared. */
    default boolean needsSamplingPeriod() {
        return false;
    }

    /** The same columns as features of their own; columns that mean something only side by side stay together. */
    default List<Feature> parts() {
        return List.of(this);
    }
}
