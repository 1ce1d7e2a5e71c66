package io.github.pdmspark.increment;

import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;

/**
 * What a run reads and writes.
 *
 * @param asked the range that it was asked for
 * @param written the same and what late records may have changed before it
 * @param read the telemetry
 * @param lookBack from the start of what is written to the start of what is read
 */
public record ScoringPlan(TimeRange asked, TimeRange written, TimeRange read, Duration lookBack) {

    private static final int WINDOWS = 2;

    static ScoringPlan of(TimeRange asked, Duration lateTolerance, Duration lookBack) {
        if (asked.isUnbounded()) {
            throw new IllegalArgumentException("A run of scoring needs a range with an end; " + asked + " has none.");
        }
        TimeRange written = new TimeRange(asked.start().minus(lateTolerance), asked.end());
        TimeRange read = new TimeRange(written.start().minus(lookBack), asked.end());
        return new ScoringPlan(asked, written, read, lookBack);
    }

    /** Twice the longest window, at least one step: forgives a silence of one window. */
    static Duration usualLookBack(Duration longestWindow, Duration every) {
        Duration twice = longestWindow.multipliedBy(WINDOWS);
        return twice.compareTo(every) > 0 ? twice : every;
    }

    /** The first prediction time after everything that readings up to {@code lastReading} complete. */
    public static Instant completeUntil(Instant lastReading, Duration samplingPeriod, Duration every, Duration offset) {
        long step = Micros.of(every);
        long shift = Micros.of(offset);
        long complete = Micros.of(lastReading.plus(samplingPeriod)) - shift;
        return Micros.instant(Math.floorDiv(complete, step) * step + step + shift);
    }
}
