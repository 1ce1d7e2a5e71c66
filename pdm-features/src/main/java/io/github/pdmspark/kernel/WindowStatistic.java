package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.Statistic;
import java.util.List;

/**
 * How one {@link Statistic} is computed: which aggregates it needs, and its value from their states. A new statistic is
 * one more case in {@link #of}.
 *
 * @param needs the aggregates, in the order in which {@code value} finds them
 * @param value the value from the states; NaN means null
 */
record WindowStatistic(List<Aggregate> needs, Value value) {

    /** The value of a statistic; {@code at[i]} is where the state of the i-th needed aggregate begins. */
    @FunctionalInterface
    interface Value {
        double of(double[] state, int[] at, double count, double expected);
    }

    static WindowStatistic of(Statistic statistic) {
        return switch (statistic) {
            case COUNT -> counting((state, at, count, expected) -> count);
            case COVERAGE -> counting((state, at, count, expected) -> Math.min(1, count / expected));
            case MISSING -> counting((state, at, count, expected) -> count == 0 ? 1 : 0);
            case SUM -> ofValues(List.of(Moments.INSTANCE), (state, at, count, expected) -> sum(state, at[0]));
            case MEAN -> ofValues(List.of(Moments.INSTANCE), (state, at, count, expected) -> mean(state, at[0], count));
            case STDDEV ->
                ofValues(
                        List.of(Moments.INSTANCE, Extremes.INSTANCE),
                        (state, at, count, expected) -> standardDeviation(state, at[0], at[1], count));
            case MIN ->
                ofValues(List.of(Extremes.INSTANCE), (state, at, count, expected) -> state[at[0] + Extremes.MIN]);
            case MAX ->
                ofValues(List.of(Extremes.INSTANCE), (state, at, count, expected) -> state[at[0] + Extremes.MAX]);
            case RANGE -> ofValues(List.of(Extremes.INSTANCE), (state, at, count, expected) -> range(state, at[0]));
            case LAST ->
                ofValues(List.of(Latest.INSTANCE), (state, at, count, expected) -> state[at[0] + Latest.VALUE]);
        };
    }

    private static WindowStatistic counting(Value value) {
        return new WindowStatistic(List.of(), value);
    }

    private static WindowStatistic ofValues(List<Aggregate> needs, Value value) {
        return new WindowStatistic(
                needs, (state, at, count, expected) -> count == 0 ? Double.NaN : value.of(state, at, count, expected));
    }

    private static double sum(double[] state, int moments) {
        return state[moments + Moments.SUM] + state[moments + Moments.SUM + 1];
    }

    private static double mean(double[] state, int moments, double count) {
        double high = state[moments + Moments.SUM];
        double quotient = high / count;
        double rest = Math.fma(-quotient, count, high) + state[moments + Moments.SUM + 1];
        return quotient + rest / count;
    }

    private static double range(double[] state, int extremes) {
        return state[extremes + Extremes.MAX] - state[extremes + Extremes.MIN];
    }

    /** Equal values are told by their extremes: rounding must not turn them into a tiny deviation. */
    private static double standardDeviation(double[] state, int moments, int extremes, double count) {
        if (count < 2) {
            return Double.NaN;
        }
        if (range(state, extremes) == 0) {
            return 0;
        }
        double deviations =
                DoubleDouble.squaredDeviations(state, moments + Moments.SUM, moments + Moments.SQUARES, count);
        return Math.sqrt(deviations / (count - 1));
    }
}
