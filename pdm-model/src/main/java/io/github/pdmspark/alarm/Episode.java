package io.github.pdmspark.alarm;

import io.github.pdmspark.time.Micros;
import java.time.Instant;
import java.util.Optional;

/**
 * One alarm of one component: on from {@code startMicros}, off from {@code endMicros}, in microseconds since the epoch.
 *
 * @param startMicros the prediction time at which the alarm came on
 * @param endMicros the first prediction time at which it was off again, or the reset; {@link #STILL_ON} without either
 */
public record Episode(long startMicros, long endMicros) {

    /** The end of an episode that is still on after the last score. */
    public static final long STILL_ON = Long.MAX_VALUE;

    public Episode {
        if (endMicros < startMicros) {
            throw new IllegalArgumentException("An episode cannot end (" + Micros.instant(endMicros)
                    + ") before it starts (" + Micros.instant(startMicros) + ").");
        }
    }

    /** When the alarm came on. */
    public Instant start() {
        return Micros.instant(startMicros);
    }

    /** When it went off; empty if it is still on. */
    public Optional<Instant> end() {
        return endMicros == STILL_ON ? Optional.empty() : Optional.of(Micros.instant(endMicros));
    }
}
