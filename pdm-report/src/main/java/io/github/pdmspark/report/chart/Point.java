package io.github.pdmspark.report.chart;

import java.time.Instant;

/**
 * One point of a line, with a band around it if low and high differ.
 *
 * @param x position; {@link XAxis#position} of an instant on a time axis
 * @param y value; NaN interrupts the line
 * @param low lower end of the band
 * @param high upper end of the band
 */
public record Point(double x, double y, double low, double high) {

    public Point {
        if (!Double.isFinite(x) || Double.isInfinite(y) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("Point (" + x + ", " + y + ", band " + low + " to " + high
                    + ") is not finite. Leave it out, or give NaN as value to interrupt the line.");
        }
        if (low > high) {
            throw new IllegalArgumentException(
                    "The band at " + x + " is upside down: low " + low + ", high " + high + ".");
        }
    }

    /** A point without a band. */
    public static Point of(double x, double y) {
        return new Point(x, y, y, y);
    }

    /** A point of a time axis without a band. */
    public static Point at(Instant time, double y) {
        return of(XAxis.position(time), y);
    }

    /** A point with a band, such as mean and quantiles. */
    public static Point banded(double x, double y, double low, double high) {
        return new Point(x, y, low, high);
    }

    boolean isDrawn() {
        return !Double.isNaN(y);
    }

    boolean hasBand() {
        return low < high;
    }
}
