package io.github.pdmspark.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A regular series of instants: {@code epoch + offset + i * every} for every whole number i.
 *
 * @param every distance between two instants, longer than zero
 * @param offset shift from the epoch, {@code 0 <= offset < every}
 */
public record Cadence(Duration every, Duration offset) {

    public Cadence {
        if (every.isZero() || every.isNegative()) {
            throw new IllegalArgumentException("A cadence needs a step longer than zero, but it is " + every + ".");
        }
        if (offset.isNegative() || offset.compareTo(every) >= 0) {
            throw new IllegalArgumentException(
                    "The offset of a cadence lies in [0, " + every + "), but it is " + offset + ".");
        }
        Micros.of(every);
        Micros.of(offset);
    }

    /** A cadence anchored at the epoch: every 12 h means 00:00 and 12:00 UTC. */
    public static Cadence every(Duration every) {
        return new Cadence(every, Duration.ZERO);
    }

    /** The same cadence shifted from the epoch. */
    public Cadence withOffset(Duration newOffset) {
        return new Cadence(every, newOffset);
    }

    /** The step in microseconds. */
    public long everyMicros() {
        return Micros.of(every);
    }

    /** The offset in microseconds. */
    public long offsetMicros() {
        return Micros.of(offset);
    }

    /** The latest instant of the series that is not after {@code instant}. */
    public Instant floor(Instant instant) {
        return Micros.instant(floorMicros(Micros.of(instant)));
    }

    /** The earliest instant of the series that is not before {@code instant}. */
    public Instant ceil(Instant instant) {
        return Micros.instant(ceilMicros(Micros.of(instant)));
    }

    /** {@link #floor} on microseconds. */
    public long floorMicros(long micros) {
        return micros - Math.floorMod(micros - offsetMicros(), everyMicros());
    }

    /** {@link #ceil} on microseconds. */
    public long ceilMicros(long micros) {
        return micros + Math.floorMod(offsetMicros() - micros, everyMicros());
    }

    /** Whether {@code instant} belongs to the series. */
    public boolean isOn(Instant instant) {
        return floor(instant).equals(instant);
    }
}
