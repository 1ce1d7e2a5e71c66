package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.RobustSlope;
import java.util.Arrays;
import java.util.List;

/** The statistics that need the values of a window one by one. */
final class OrderedStatistics {

    private static final double MICROS_PER_HOUR = 3.6e9;

    private OrderedStatistics() {}

    /**
     * Exact, not a sketch: windows hold few values, and a sketch that is merged in another order has other bits. Between
     * two ranks it interpolates: Hyndman and Fan, "Sample quantiles in statistical packages" (1996), definition 7.
     */
    static OrderedStatistic quantiles(List<Double> levels) {
        return (window, row, at) -> {
            for (int i = 0; i < levels.size(); i++) {
                row[at + i] = window.size() == 0 ? Double.NaN : quantile(window, levels.get(i));
            }
        };
    }

    private static double quantile(OrderedWindow window, double level) {
        double rank = level * (window.size() - 1);
        int below = (int) rank;
        double low = window.ranked(below);
        double part = rank - below;
        return part == 0 ? low : low + part * (window.ranked(below + 1) - low);
    }

    /** Theil (1950) and Sen (1968). */
    static OrderedStatistic robustSlope() {
        return (window, row, at) -> {
            int every = (window.size() + RobustSlope.MOST_VALUES - 1) / RobustSlope.MOST_VALUES;
            row[at] = window.size() < 2 ? Double.NaN : median(slopes(window, every));
        };
    }

    private static double[] slopes(OrderedWindow window, int every) {
        int values = (window.size() - 1) / every + 1;
        double[] slopes = new double[values * (values - 1) / 2];
        int count = 0;
        for (int later = window.size() - 1; later >= 0; later -= every) {
            for (int earlier = later - every; earlier >= 0; earlier -= every) {
                long micros = window.time(later) - window.time(earlier);
                if (micros > 0) {
                    slopes[count++] = (window.value(later) - window.value(earlier)) / micros * MICROS_PER_HOUR;
                }
            }
        }
        return Arrays.copyOf(slopes, count);
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : values[half - 1] + (values[half] - values[half - 1]) / 2;
    }

    static OrderedStatistic cusum(OwnPast past, double slack) {
        return (window, row, at) -> {
            double mean = past.mean();
            double deviation = past.standardDeviation();
            boolean defined = deviation > 0 && window.size() > 0;
            double up = defined ? 0 : Double.NaN;
            double down = up;
            for (int i = 0; defined && i < window.size(); i++) {
                double z = (window.value(i) - mean) / deviation;
                up = Math.max(0, up + z - slack);
                down = Math.max(0, down - z - slack);
            }
            row[at] = up;
            row[at + 1] = down;
        };
    }

    static OrderedStatistic outliers(OwnPast past, double sigmas) {
        return (window, row, at) -> {
            double mean = past.mean();
            double deviation = past.standardDeviation();
            int count = 0;
            for (int i = 0; i < window.size(); i++) {
                count += Math.abs(window.value(i) - mean) > sigmas * deviation ? 1 : 0;
            }
            row[at] = deviation > 0 ? count : Double.NaN;
        };
    }

    static OrderedStatistic crossings(double level) {
        return (window, row, at) -> {
            int count = 0;
            for (int i = 1; i < window.size(); i++) {
                count += (window.value(i - 1) < level) == (window.value(i) < level) ? 0 : 1;
            }
            row[at] = window.size() == 0 ? Double.NaN : count;
        };
    }

    static OrderedStatistic custom(WindowAggregate aggregate) {
        return (window, row, at) -> {
            WindowAggregate.Accumulator accumulator = aggregate.start();
            for (int i = 0; i < window.size(); i++) {
                accumulator.add(window.hoursBeforeEnd(i), window.value(i));
            }
            row[at] = accumulator.value();
        };
    }
}
