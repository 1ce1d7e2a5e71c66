package io.github.pdmspark.spec;

import java.time.Duration;
import java.util.Optional;

/**
 * How much of the past a run reads and writes again.
 *
 * @param lookBack how far back telemetry is read; twice the longest window unless given
 * @param lateTolerance how far before its range a run scores again
 */
public record ScoringSpec(Optional<Duration> lookBack, Duration lateTolerance) {

    /** Reads twice the longest window, tolerates no late record. */
    public static ScoringSpec standard() {
        return new ScoringSpec(Optional.empty(), Duration.ZERO);
    }
}
