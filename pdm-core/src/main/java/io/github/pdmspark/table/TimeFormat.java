package io.github.pdmspark.table;

import java.time.Duration;

/** How a column holds time. A column of type TIMESTAMP needs no format. */
public sealed interface TimeFormat {

    /** By the type of the column: TIMESTAMP as it is; DATE, TIMESTAMP_NTZ and ISO text in the zone of the table. */
    record Automatic() implements TimeFormat {}

    /**
     * Text in a pattern of Spark's datetime patterns, in the zone of the table.
     *
     * @param pattern for example {@code M/d/yyyy h:mm:ss a}
     */
    record Pattern(String pattern) implements TimeFormat {}

    /**
     * A number of units since the epoch.
     *
     * @param unit a second or a millisecond
     */
    record Epoch(Duration unit) implements TimeFormat {}

    /**
     * A usage clock as the time axis: cycles or running hours, without a calendar.
     *
     * @param unit the length that one stands for, longer than zero
     */
    record Count(Duration unit) implements TimeFormat {

        public Count {
            if (unit.isZero() || unit.isNegative()) {
                throw new IllegalArgumentException("A unit of time is longer than zero, but it is " + unit + ".");
            }
        }
    }

    /** See {@link Automatic}. */
    static TimeFormat automatic() {
        return new Automatic();
    }

    /** See {@link Pattern}. */
    static TimeFormat pattern(String pattern) {
        return new Pattern(pattern);
    }

    /** Seconds since 1970-01-01T00:00Z. */
    static TimeFormat epochSeconds() {
        return new Epoch(Duration.ofSeconds(1));
    }

    /** Milliseconds since 1970-01-01T00:00Z. */
    static TimeFormat epochMillis() {
        return new Epoch(Duration.ofMillis(1));
    }

    /** A usage clock: value n lies {@code n * unit} after the epoch; one cycle may stand for one hour or one day. */
    static TimeFormat count(Duration unit) {
        return new Count(unit);
    }
}
