package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.FeatureKernel;
import io.github.pdmspark.kernel.SweepRange;
import io.github.pdmspark.kernel.WindowAggregates;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Computes the declared features of a fleet at regular prediction times. */
public final class FeaturePipeline {

    private final Function<FleetHistory, FeatureSpec> resolver;
    private final WindowAggregates aggregates;

    FeaturePipeline(Function<FleetHistory, FeatureSpec> resolver, WindowAggregates aggregates) {
        this.resolver = resolver;
        this.aggregates = aggregates;
    }

    /** Starts the declaration of a pipeline. */
    public static FeaturePipelineBuilder builder() {
        return new FeaturePipelineBuilder();
    }

    /** The pipeline of a concrete specification, such as one that was saved with a model. */
    public static FeaturePipeline of(FeatureSpec spec) {
        return of(spec, WindowAggregates.none());
    }

    /**
     * The same with the statistics of one's own that the specification refers to.
     *
     * @throws IllegalArgumentException if one is not registered, or in another version
     */
    public static FeaturePipeline of(FeatureSpec spec, WindowAggregates aggregates) {
        aggregates.requireAllOf(spec);
        return new FeaturePipeline(history -> spec, aggregates);
    }

    /**
     * The declarations with every "all" replaced by the names that the history holds. Runs no Spark job.
     *
     * @throws io.github.pdmspark.error.SchemaException if the history lacks a sensor, attribute or table; names all
     */
    public FeatureSpec resolve(FleetHistory history) {
        FeatureSpec spec = resolver.apply(history);
        HistoryFit.check(spec, FeatureKernel.of(spec, aggregates), history);
        return spec;
    }

    /**
     * The features of every machine with telemetry, at every prediction time from its first reading to its end of
     * observation. Lazy: runs no Spark job.
     *
     * @throws io.github.pdmspark.error.SchemaException if the history lacks a sensor, attribute or table; names all
     */
    public FeatureTable on(FleetHistory history) {
        SweepRange range = history.observedUntil()
                .<SweepRange>map(end -> new SweepRange.FromFirstReadingTo(Micros.of(end)))
                .orElseGet(() -> new SweepRange.WhileObserved(Micros.of(afterLastReading(history))));
        return table(history, range);
    }

    /**
     * The features of every machine of the telemetry or machines table, at every prediction time of the range, with
     * readings or without. A range without an end goes up to and with the latest end of observation in the fleet. Lazy:
     * runs no Spark job.
     *
     * @throws io.github.pdmspark.error.SchemaException if the history lacks a sensor, attribute or table; names all
     */
    public FeatureTable over(FleetHistory history, TimeRange range) {
        long end = range.isUnbounded() ? endOfObservation(history) : Micros.of(range.end()) - 1;
        return table(history, new SweepRange.Between(Micros.of(range.start()), end));
    }

    private FeatureTable table(FleetHistory history, SweepRange range) {
        return FeatureTable.lazy(new FeatureJob(resolve(history), aggregates, history, range));
    }

    /** Building the history measured its last reading, so this needs no job. */
    private static long endOfObservation(FleetHistory history) {
        Optional<Instant> last = history.quality().table("telemetry").last();
        return history.observedUntil()
                .or(() -> last.map(time -> time.plus(afterLastReading(history))))
                .map(Micros::of)
                .orElse(Long.MIN_VALUE);
    }

    private static Duration afterLastReading(FleetHistory history) {
        return history.samplingPeriod().orElse(Duration.ZERO);
    }
}
