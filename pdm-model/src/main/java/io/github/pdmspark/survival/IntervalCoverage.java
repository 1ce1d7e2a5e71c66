package io.github.pdmspark.survival;

import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.evaluation.Share;

/**
 * How often true lives lie in their predicted intervals, both ends included.
 *
 * @param inside lives in their interval, of all
 * @param below lives shorter than the lower end
 * @param above lives longer than the upper end
 * @param meanWidth mean width of the intervals that have an upper end; undefined without any
 */
public record IntervalCoverage(Share inside, long below, long above, Metric meanWidth) {

    /**
     * Compares row by row.
     *
     * @param low lower ends
     * @param high upper ends; infinity where the interval is open
     */
    public static IntervalCoverage of(double[] low, double[] high, double[] truth) {
        Pairs.requireNumbers(low, truth.length);
        Pairs.requireNumbers(high, truth.length);
        long below = 0;
        long above = 0;
        long closed = 0;
        double width = 0;
        for (int i = 0; i < truth.length; i++) {
            below += truth[i] < low[i] ? 1 : 0;
            above += truth[i] > high[i] ? 1 : 0;
            if (!Double.isInfinite(high[i])) {
                closed++;
                width += high[i] - low[i];
            }
        }
        return new IntervalCoverage(
                new Share(truth.length - below - above, truth.length),
                below,
                above,
                Metric.ratio(width, (double) closed, "no interval has an upper end"));
    }
}
