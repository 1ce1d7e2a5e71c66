package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.kernel.Known.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Every statistic from the values of a window, in exact arithmetic. */
final class NaiveStatistics {

    private static final MathContext DIGITS = new MathContext(45);
    private static final double NONE = Double.NaN;

    private NaiveStatistics() {}

    static double of(Statistic statistic, Known known, String sensor, Window window) {
        return of(statistic, known.values(sensor, window), known.expected(window), known.end(window));
    }

    /** A statistic without a case here does not compile. */
    private static double of(Statistic statistic, List<Value> timed, double expected, long end) {
        List<Double> values = timed.stream().map(Value::value).toList();
        double smallest = values.stream().mapToDouble(v -> v).min().orElse(NONE);
        double largest = values.stream().mapToDouble(v -> v).max().orElse(NONE);
        Value last = timed.isEmpty() ? new Value(0, NONE) : timed.get(timed.size() - 1);
        return switch (statistic) {
            case COUNT -> values.size();
            case MISSING -> values.isEmpty() ? 1 : 0;
            case COVERAGE -> values.isEmpty() ? 0 : Math.min(1, values.size() / expected);
            case SUM -> values.isEmpty() ? NONE : sum(values).doubleValue();
            case MEAN -> values.isEmpty() ? NONE : mean(values).doubleValue();
            case STDDEV -> values.size() < 2 ? NONE : standardDeviation(values);
            case MIN -> smallest;
            case MAX -> largest;
            case RANGE -> largest - smallest;
            case FIRST -> values.isEmpty() ? NONE : values.get(0);
            case LAST -> last.value();
            case AGE_OF_LAST -> values.isEmpty() ? NONE : (end - last.time()) / 3.6e9;
            case SLOPE -> slope(timed);
        };
    }

    private static BigDecimal sum(List<Double> values) {
        return values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal mean(List<Double> values) {
        return sum(values).divide(BigDecimal.valueOf(values.size()), DIGITS);
    }

    private static double standardDeviation(List<Double> values) {
        if (values.stream().distinct().count() == 1) {
            return 0;
        }
        return crossed(values, values)
                .divide(BigDecimal.valueOf(values.size() - 1L), DIGITS)
                .sqrt(MathContext.DECIMAL64)
                .doubleValue();
    }

    private static double slope(List<Value> timed) {
        if (timed.stream().map(Value::time).distinct().count() < 2) {
            return NONE;
        }
        List<Double> times = timed.stream().map(v -> (double) v.time()).toList();
        List<Double> values = timed.stream().map(Value::value).toList();
        return crossed(times, values).divide(crossed(times, times), DIGITS).doubleValue() * 3.6e9;
    }

    /** The sum of the products of deviations from the means. */
    private static BigDecimal crossed(List<Double> left, List<Double> right) {
        BigDecimal leftMean = mean(left);
        BigDecimal rightMean = mean(right);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < left.size(); i++) {
            BigDecimal deviation = new BigDecimal(left.get(i)).subtract(leftMean, DIGITS);
            BigDecimal other = new BigDecimal(right.get(i)).subtract(rightMean, DIGITS);
            sum = sum.add(deviation.multiply(other, DIGITS), DIGITS);
        }
        return sum;
    }
}
