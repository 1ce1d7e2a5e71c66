package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.table.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * Round values along an axis.
 *
 * @param low where the axis starts
 * @param high where it ends
 * @param values the round values from low to high
 * @param labels their texts
 */
record Ticks(double low, double high, List<Double> values, List<String> labels) {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    Ticks {
        values = List.copyOf(values);
        labels = List.copyOf(labels);
    }

    /** Ticks over a range that is widened to round ends. */
    static Ticks widened(double min, double max, int about) {
        double step = step(min, max, about);
        double low = Math.floor(min / step + 1e-9) * step;
        double high = Math.ceil(max / step - 1e-9) * step;
        return between(low, high > low ? high : low + step, step);
    }

    /** Ticks inside a range that stays as it is. */
    static Ticks inside(double min, double max, int about) {
        return between(min, max, step(min, max, about));
    }

    private static Ticks between(double low, double high, double step) {
        List<Double> values = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            values.add(i * step);
        }
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        double rounding = Math.pow(10, Math.min(decimals + 1, 12));
        List<String> labels = values.stream()
                .map(value -> Numbers.plain(Math.rint(value * rounding) / rounding))
                .toList();
        return new Ticks(low, high, values, labels);
    }

    private static double step(double min, double max, int about) {
        double span = max > min ? max - min : Math.max(Math.abs(max), 1);
        double raw = span / about;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double step : STEPS) {
            if (raw <= step * power * (1 + 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
