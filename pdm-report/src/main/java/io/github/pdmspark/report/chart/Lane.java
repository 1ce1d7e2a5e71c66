package io.github.pdmspark.report.chart;

import java.util.List;

/**
 * One row of a timeline.
 *
 * @param name its text on the left
 * @param intervals stretches of time
 * @param moments instants, drawn above the intervals
 */
public record Lane(String name, List<Interval> intervals, List<Moment> moments) {

    public Lane {
        intervals = List.copyOf(intervals);
        moments = List.copyOf(moments);
    }

    /** A lane with intervals only. */
    public static Lane of(String name, Interval... intervals) {
        return new Lane(name, List.of(intervals), List.of());
    }

    /** A lane with moments only. */
    public static Lane moments(String name, List<Moment> moments) {
        return new Lane(name, List.of(), moments);
    }
}
