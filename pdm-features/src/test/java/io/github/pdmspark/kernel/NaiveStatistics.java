package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.kernel.Fleet.Reading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;

/** Every statistic from the readings of a window, in exact arithmetic. */
final class NaiveStatistics {

    private static final MathContext DIGITS = new MathContext(45);

    private NaiveStatistics() {}

    /** A statistic without a case here does not compile. */
    static double of(Statistic statistic, List<Reading> readings, int sensor, double expected) {
        List<Double> values = readings.stream()
                .sorted(Comparator.comparingLong(Reading::time))
                .map(reading -> reading.values().get(sensor))
                .filter(value -> !value.isNaN())
                .toList();
        double none = Double.NaN;
        return switch (statistic) {
            case COUNT -> values.size();
            case MISSING -> values.isEmpty() ? 1 : 0;
            case COVERAGE -> Math.min(1, values.size() / expected);
            case SUM -> values.isEmpty() ? none : sum(values).doubleValue();
            case MEAN -> values.isEmpty() ? none : mean(values).doubleValue();
            case STDDEV -> values.size() < 2 ? none : standardDeviation(values);
            case MIN -> values.stream().mapToDouble(v -> v).min().orElse(none);
            case MAX -> values.stream().mapToDouble(v -> v).max().orElse(none);
            case RANGE ->
                values.stream().mapToDouble(v -> v).max().orElse(none)
                        - values.stream().mapToDouble(v -> v).min().orElse(none);
            case LAST -> values.isEmpty() ? none : values.get(values.size() - 1);
        };
    }

    private static BigDecimal sum(List<Double> values) {
        return values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal mean(List<Double> values) {
        return sum(values).divide(BigDecimal.valueOf(values.size()), DIGITS);
    }

    private static double standardDeviation(List<Double> values) {
        BigDecimal mean = mean(values);
        BigDecimal squares = BigDecimal.ZERO;
        for (double value : values) {
            BigDecimal deviation = new BigDecimal(value).subtract(mean, DIGITS);
            squares = squares.add(deviation.multiply(deviation, DIGITS), DIGITS);
        }
        return squares.divide(BigDecimal.valueOf(values.size() - 1L), DIGITS)
                .sqrt(MathContext.DECIMAL64)
                .doubleValue();
    }
}
