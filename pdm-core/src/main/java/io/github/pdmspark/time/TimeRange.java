package io.github.pdmspark.time;

import java.time.Instant;

/**
 * A half-open range of time {@code [start, end)}: the start belongs to it, the end does not.
 *
 * @param start first instant inside
 * @param end first instant after the range, later than {@code start}; {@link #FOREVER} when there is no end
 */
public record TimeRange(Instant start, Instant end) {

    /** The end of a range without an end; the last instant that a Spark timestamp prints. */
    public static final Instant FOREVER = Instant.parse("9999-12-31T23:59:59.999999Z");

    public TimeRange {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A time range needs start < end, but start is " + start + " and end is "
                    + end + ". Ranges are half-open: to hold one instant, end it later.");
        }
    }

    /** The range from {@code start} to before {@code end}. */
    public static TimeRange of(Instant start, Instant end) {
        return new TimeRange(start, end);
    }

    /** The same from text such as {@code 2015-01-01} or {@code 2015-01-01T06:00:00Z}; text without a zone is UTC. */
    public static TimeRange of(String start, String end) {
        return new TimeRange(UtcText.instant(start), UtcText.instant(end));
    }

    /** The range from {@code start} on, without an end. */
    public static TimeRange from(Instant start) {
        return new TimeRange(start, FOREVER);
    }

    /** The same from text. */
    public static TimeRange from(String start) {
        return from(UtcText.instant(start));
    }

    /** Whether {@code start <= instant < end}. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** Whether the range has no end. */
    public boolean isUnbounded() {
        return end.equals(FOREVER);
    }

    @Override
    public String toString() {
        return "[" + start + ", " + (isUnbounded() ? "..." : end) + ")";
    }
}
