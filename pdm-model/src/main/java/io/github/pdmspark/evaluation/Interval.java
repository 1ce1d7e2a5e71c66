package io.github.pdmspark.evaluation;

import java.util.Locale;

/**
 * A 95 % interval.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "[%.3g, %.3g]", low, high);
    }
}
