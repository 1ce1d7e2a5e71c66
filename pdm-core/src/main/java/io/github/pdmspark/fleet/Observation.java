package io.github.pdmspark.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a fleet was observed. */
record Observation(Optional<Duration> samplingPeriod, Optional<Instant> observedUntil, Duration minimumRepair) {

    /** Observed no longer than until {@code time}. */
    Observation until(Instant time) {
        return new Observation(
                samplingPeriod, observedUntil.map(end -> end.isBefore(time) ? end : time), minimumRepair);
    }
}
