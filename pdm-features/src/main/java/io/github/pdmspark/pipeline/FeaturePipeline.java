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
        return table(resolve(history), history, range, Optional.empty());
    }

    /**
     * The features of every machine of the telemetry, machines or suspensions table, at every prediction time of the range, with
     * readings or without. A range without an end goes up to and with the latest end of observation in the fleet. Lazy:
     * runs no Spark job.
     *
     * @throws io.github.pdmspark.error.SchemaException if the history lacks a sensor, attribute or table; names all
     */
    public FeatureTable over(FleetHistory history, TimeRange range) {
        long end = range.isUnbounded() ? endOfObservation(history) : Micros.of(range.end()) - 1;
        return table(
                resolve(history), history, new SweepRange.Between(Micros.of(range.start()), end), Optional.empty());
    }

    /**
     * The same from recent telemetry alone: reads the readings of {@code [start - lookBack, end)} and all events, so that one
     * more day costs what the day and the look-back cost. The values are those of {@link #over(FleetHistory, TimeRange)}. A
     * machine counts as new, {@code INSUFFICIENT_HISTORY}, where it was silent from {@code start - lookBack} until the longest
     * window begins, unless it was suspended before that; one without a reading in the look-back appears if it is in the table
     * of machines or of suspensions. Lazy.
     *
     * @param lookBack longer than the longest window; twice its length forgives a silence of one window
     * @throws IllegalArgumentException if the look-back is not longer than the longest window, the range has no end, or a
     *     feature reads back to the latest maintenance
     * @throws io.github.pdmspark.error.SchemaException if the history lacks a sensor, attribute or table; names all
     */
    public FeatureTable over(FleetHistory history, TimeRange range, Duration lookBack) {
        FeatureSpec spec = resolve(history);
        Duration longest = spec.longestWindow();
        if (FeatureKernel.of(spec, aggregates).looksBackToMaintenance()) {
            throw new IllegalArgumentException(
                    "Usage since maintenance reads telemetry back to the latest maintenance, so"
                            + " no look-back is long enough for every machine. Use over(history, range), or leave it out.");
        }
        if (lookBack.compareTo(longest) <= 0) {
            throw new IllegalArgumentException(
                    "The look-back (" + lookBack + ") is not longer than the longest window (" + longest
                            + "): no machine could be told from a new one. Twice the window is a good length.");
        }
        if (range.isUnbounded()) {
            throw new IllegalArgumentException(
                    "A look-back needs a range with an end; write TimeRange.of(start, end).");
        }
        SweepRange times = new SweepRange.Between(Micros.of(range.start()), Micros.of(range.end()) - 1);
        TimeRange read = new TimeRange(range.start().minus(lookBack), range.end());
        return table(spec, history, times, Optional.of(read));
    }

    private FeatureTable table(FeatureSpec spec, FleetHistory history, SweepRange range, Optional<TimeRange> read) {
        return FeatureTable.lazy(new FeatureJob(spec, aggregates, history, range, read));
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
