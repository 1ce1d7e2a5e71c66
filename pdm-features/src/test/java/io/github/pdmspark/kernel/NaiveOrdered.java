package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.CustomStatistic;
import io.github.pdmspark.feature.Cusum;
import io.github.pdmspark.feature.LevelCrossings;
import io.github.pdmspark.feature.OutlierCount;
import io.github.pdmspark.feature.RobustSlope;
import io.github.pdmspark.feature.RollingQuantile;
import io.github.pdmspark.feature.SpectralEnergy;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.kernel.Known.Value;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The slow and obvious definition of what reads values in the order of time, for one sensor and window. */
final class NaiveOrdered {

    private static final double NONE = Double.NaN;

    private NaiveOrdered() {}

    static List<Double> quantiles(RollingQuantile f, Known known, String sensor, Window window) {
        List<Double> sorted =
                known.values(sensor, window).stream().map(Value::value).sorted().toList();
        return f.levels().stream()
                .map(level -> {
                    double rank = level * (sorted.size() - 1);
                    int low = (int) Math.floor(rank);
                    int high = (int) Math.ceil(rank);
                    return sorted.isEmpty()
                            ? NONE
                            : sorted.get(low) * (1 - (rank - low)) + sorted.get(high) * (rank - low);
                })
                .toList();
    }

    static List<Double> robustSlope(RobustSlope f, Known known, String sensor, Window window) {
        List<Value> values = known.values(sensor, window);
        List<Double> slopes = new ArrayList<>();
        for (Value a : values) {
            for (Value b : values) {
                if (a.time() < b.time()) {
                    slopes.add((b.value() - a.value()) / ((b.time() - a.time()) / 3.6e9));
                }
            }
        }
        slopes.sort(null);
        int n = slopes.size();
        return List.of(n == 0 ? NONE : (slopes.get((n - 1) / 2) + slopes.get(n / 2)) / 2);
    }

    static List<Double> cusum(Cusum f, Known known, String sensor, Window window) {
        List<Value> values = known.values(sensor, window);
        double mean = NaiveStatistics.of(Statistic.MEAN, known, sensor, f.past());
        double deviation = NaiveStatistics.of(Statistic.STDDEV, known, sensor, f.past());
        if (values.isEmpty() || !(deviation > 0)) {
            return List.of(NONE, NONE);
        }
        return List.of(
                cusum(values, mean + f.slack() * deviation, deviation, 1),
                cusum(values, mean - f.slack() * deviation, deviation, -1));
    }

    /** The largest sum of the last so many deviations is the same as the recursion. */
    private static double cusum(List<Value> values, double target, double deviation, int sign) {
        double largest = 0;
        double sum = 0;
        for (int i = values.size() - 1; i >= 0; i--) {
            sum += sign * (values.get(i).value() - target) / deviation;
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    static List<Double> outliers(OutlierCount f, Known known, String sensor, Window window) {
        double mean = NaiveStatistics.of(Statistic.MEAN, known, sensor, f.past());
        double deviation = NaiveStatistics.of(Statistic.STDDEV, known, sensor, f.past());
        double count = known.values(sensor, window).stream()
                .filter(v -> v.value() > mean + f.sigmas() * deviation || v.value() < mean - f.sigmas() * deviation)
                .count();
        return List.of(deviation > 0 ? count : NONE);
    }

    static List<Double> crossings(LevelCrossings f, Known known, String sensor, Window window) {
        List<Value> values = known.values(sensor, window);
        double count = 0;
        for (int i = 1; i < values.size(); i++) {
            boolean up = values.get(i - 1).value() < f.level() && values.get(i).value() >= f.level();
            boolean down =
                    values.get(i - 1).value() >= f.level() && values.get(i).value() < f.level();
            count += up || down ? 1 : 0;
        }
        return List.of(values.isEmpty() ? NONE : count);
    }

    static List<Double> energy(SpectralEnergy f, Known known, String sensor, Window window) {
        List<Value> values = known.values(sensor, window);
        Duration period = known.spec().samplingPeriod().orElseThrow();
        int n = known.spec().expectedReadings(window.length()).orElseThrow().intValue();
        for (int i = 0; i + 1 < values.size(); i++) {
            if (values.get(i + 1).time() - values.get(i).time() != Micros.of(period)) {
                return List.of(NONE);
            }
        }
        if (values.size() != n) {
            return List.of(NONE);
        }
        double mean = values.stream().mapToDouble(Value::value).average().orElseThrow();
        double energy = 0;
        for (int k = 1; k < n; k++) {
            int oscillation = Math.min(k, n - k);
            Duration length = period.multipliedBy(n).dividedBy(oscillation);
            if (length.compareTo(f.shortestPeriod()) >= 0 && length.compareTo(f.longestPeriod()) < 0) {
                energy += energy(values, mean, k);
            }
        }
        return List.of(energy);
    }

    private static double energy(List<Value> values, double mean, int k) {
        double real = 0;
        double imaginary = 0;
        int n = values.size();
        for (int j = 0; j < n; j++) {
            real += (values.get(j).value() - mean) * Math.cos(2 * Math.PI * j * k / n);
            imaginary += (values.get(j).value() - mean) * Math.sin(2 * Math.PI * j * k / n);
        }
        return (real * real + imaginary * imaginary) / n / n;
    }

    /** {@link PathLength} once more. */
    static List<Double> custom(CustomStatistic f, Known known, String sensor, Window window) {
        List<Value> values = known.values(sensor, window);
        if (values.isEmpty()) {
            return List.of(NONE);
        }
        double length = (known.asOf() - values.get(0).time()) / 3.6e9;
        for (int i = 1; i < values.size(); i++) {
            length += Math.abs(values.get(i).value() - values.get(i - 1).value());
        }
        return List.of(length);
    }
}
