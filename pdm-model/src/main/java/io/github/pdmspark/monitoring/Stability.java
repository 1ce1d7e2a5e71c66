package io.github.pdmspark.monitoring;

import io.github.pdmspark.distribution.Distribution;

/**
 * The population stability index {@code sum (a - e) ln(a / e)} over the bins, shares floored at 1e-4, and how large chance makes
 * it: about {@code (1/n + 1/m)} times a chi-square variable with one degree of freedom less than there are used bins, its mean
 * {@code (B - 1)(1/n + 1/m)}. Rows of one machine are alike, so n and m are divided by their dispersion.
 */
final class Stability {

    /** The usual limit from which an index matters. */
    static final double MATTERS = 0.25;

    private static final double FLOOR = 1e-4;
    /** Normal quantile of 1 - 1e-4: many columns are checked, many times. */
    private static final double Z = 3.719;

    private static final double LEAST_CHANGE = 0.05;
    /** Ten independent rows per decile, below which the approximations do not hold. */
    private static final double FEWEST_ROWS = 100;

    private Stability() {}

    static double index(Distribution then, Distribution now) {
        double sum = 0;
        for (int bin = 0; bin < then.counts().size(); bin++) {
            double expected = Math.max(FLOOR, then.share(bin));
            double actual = Math.max(FLOOR, now.share(bin));
            sum += (actual - expected) * Math.log(actual / expected);
        }
        return sum;
    }

    /** What the index exceeds by chance in one of 10,000 checks. */
    static double limit(Distribution then, Distribution now) {
        return (then.variance() + now.variance()) * chiSquare(usedBins(then, now) - 1);
    }

    /** The mean of the index when nothing changed. */
    static double noise(Distribution then, Distribution now) {
        return (then.variance() + now.variance()) * (usedBins(then, now) - 1);
    }

    /** Whether a share grew by enough to matter, and by more than chance. */
    static boolean isMore(Distribution then, Distribution now, double before, double after) {
        double pooled = Math.max(
                FLOOR, Math.min(1 - FLOOR, (before * then.rows() + after * now.rows()) / (then.rows() + now.rows())));
        double error = Math.sqrt(pooled * (1 - pooled) * (then.variance() + now.variance()));
        return after - before > LEAST_CHANGE && after - before > Z * error;
    }

    static boolean isEnough(Distribution rows) {
        return 1 / rows.variance() >= FEWEST_ROWS;
    }

    private static int usedBins(Distribution then, Distribution now) {
        int used = 0;
        for (int bin = 0; bin < then.counts().size(); bin++) {
            used += then.counts().get(bin) + now.counts().get(bin) > 0 ? 1 : 0;
        }
        return used;
    }

    /** The quantile by Wilson and Hilferty (1931). */
    private static double chiSquare(int degrees) {
        if (degrees < 1) {
            return 0;
        }
        double part = 2.0 / (9 * degrees);
        double root = 1 - part + Z * Math.sqrt(part);
        return degrees * root * root * root;
    }
}
