package io.github.pdmspark.feature;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;

/**
 * One declared feature; it gives one column or more. A feature at a prediction time {@code asOf} reads a record only if
 * {@code event_time < asOf} and {@code known_at <= asOf}. The set is closed, and so is the set of names in JSON.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RollingStatistic.class, name = "rolling_statistic"),
    @JsonSubTypes.Type(value = EventCount.class, name = "event_count"),
    @JsonSubTypes.Type(value = TimeSinceEvent.class, name = "time_since_event"),
    @JsonSubTypes.Type(value = TimeSinceMaintenance.class, name = "time_since_maintenance"),
    @JsonSubTypes.Type(value = ReplacementCount.class, name = "replacement_count"),
    @JsonSubTypes.Type(value = CategoricalAttribute.class, name = "categorical_attribute"),
    @JsonSubTypes.Type(value = NumericAttribute.class, name = "numeric_attribute"),
})
public sealed interface Feature
        permits RollingStatistic,
                EventCount,
                TimeSinceEvent,
                TimeSinceMaintenance,
                ReplacementCount,
                CategoricalAttribute,
                NumericAttribute {

    /** The names of its columns, in output order. */
    List<String> columnNames();

    /** The windows that it looks back over; empty when it has none. */
    default List<Duration> windows() {
        return List.of();
    }
}
