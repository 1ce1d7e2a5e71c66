package io.github.pdmspark.report.chart;

import java.time.Instant;

/**
 * A stretch of time on a lane.
 *
 * @param start first instant
 * @param end later than start
 * @param kind what it is; one colour per kind
 */
public record Interval(Instant start, Instant end, String kind) {

    public Interval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "Interval '" + kind + "' must end after it starts, but runs from " + start + " to " + end + ".");
        }
    }
}
