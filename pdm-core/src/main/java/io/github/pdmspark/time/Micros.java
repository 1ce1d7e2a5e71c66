package io.github.pdmspark.time;

import java.time.Duration;
import java.time.Instant;

/** Microseconds since the epoch, the resolution of a Spark timestamp. */
public final class Micros {

    private static final long PER_SECOND = 1_000_000L;
    private static final int NANOS = 1_000;

    private Micros() {}

    /**
     * The instant in microseconds.
     *
     * @throws IllegalArgumentException if it has a finer part than a microsecond, which a timestamp column cannot hold
     */
    public static long of(Instant instant) {
        return exact(instant.getEpochSecond(), instant.getNano(), instant);
    }

    /**
     * The length in microseconds.
     *
     * @throws IllegalArgumentException if it has a finer part than a microsecond
     */
    public static long of(Duration duration) {
        return exact(duration.getSeconds(), duration.getNano(), duration);
    }

    /** The instant that lies {@code micros} after the epoch. */
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * NANOS);
    }

    private static long exact(long seconds, int nanos, Object value) {
        if (nanos % NANOS != 0) {
            throw new IllegalArgumentException(value + " is finer than a microsecond; round it first.");
        }
        return Math.addExact(Math.multiplyExact(seconds, PER_SECOND), nanos / NANOS);
    }
}
