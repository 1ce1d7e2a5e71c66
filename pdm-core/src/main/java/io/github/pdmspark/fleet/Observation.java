package io.github.pdmspark.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a fleet was observed. */
record Observation(Optional<Duration> samplingPeriod, Optional<Instant> observedUntil, Duration minimumRepair) {}
