package io.github.pdmspark.report.chart;

import java.time.Instant;

/**
 * A vertical line through all panels.
 *
 * @param x position
 * @param name what happened there
 */
public record Mark(double x, String name) {

    /** A mark on a time axis. */
    public static Mark at(Instant time, String name) {
        return new Mark(XAxis.position(time), name);
    }
}
