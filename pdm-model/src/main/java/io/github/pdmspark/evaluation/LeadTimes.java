package io.github.pdmspark.evaluation;

import java.util.Arrays;

/**
 * Hours from the first detecting alarm to the failure, over the detected failures; undefined without any. Quantiles are
 * interpolated linearly between order statistics.
 *
 * @param totalHours sum of all; 0 without any
 */
public record LeadTimes(Metric p10Hours, Metric medianHours, Metric p90Hours, double totalHours) {

    static LeadTimes of(double[] hours) {
        double[] sorted = hours.clone();
        Arrays.sort(sorted);
        return new LeadTimes(
                quantile(sorted, 0.1),
                quantile(sorted, 0.5),
                quantile(sorted, 0.9),
                Arrays.stream(sorted).sum());
    }

    static Metric quantile(double[] sorted, double q) {
        if (sorted.length == 0) {
            return Metric.undefined("no failure was detected");
        }
        double place = q * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return Metric.of(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
    }
}
