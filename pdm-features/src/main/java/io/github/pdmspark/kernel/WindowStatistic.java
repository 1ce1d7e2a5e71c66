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
        double of(MachineWindow window, int[] at, double count);
    }

    private static final double MICROS_PER_HOUR = 3.6e9;

    /** A value from the states alone. */
    @FunctionalInterface
    private interface OfState {
        double of(double[] state, int[] at, double count);
    }

    static WindowStatistic of(Statistic statistic) {
        return switch (statistic) {
            case COUNT -> counting((window, at, count) -> count);
            case COVERAGE -> counting((window, at, count) -> window.share(count));
            case MISSING -> counting((window, at, count) -> count == 0 ? 1 : 0);
            case SUM -> ofValues(List.of(Moments.INSTANCE), (state, at, count) -> sum(state, at[0]));
            case MEAN -> ofValues(List.of(Moments.INSTANCE), (state, at, count) -> mean(state, at[0], count));
            case STDDEV ->
                ofValues(
                        List.of(Moments.INSTANCE, CommonValue.INSTANCE),
                        (state, at, count) -> standardDeviation(state, at[0], at[1], count));
            case MIN -> ofValues(List.of(Extremes.INSTANCE), (state, at, count) -> state[at[0] + Extremes.MIN]);
            case MAX -> ofValues(List.of(Extremes.INSTANCE), (state, at, count) -> state[at[0] + Extremes.MAX]);
            case RANGE -> ofValues(List.of(Extremes.INSTANCE), (state, at, count) -> range(state, at[0]));
            case FIRST -> ofValues(List.of(Earliest.INSTANCE), (state, at, count) -> state[at[0] + Earliest.VALUE]);
            case LAST -> ofValues(List.of(Latest.INSTANCE), (state, at, count) -> state[at[0] + Latest.VALUE]);
            case AGE_OF_LAST -> new WindowStatistic(List.of(Latest.INSTANCE), WindowStatistic::ageOfLast);
            case SLOPE ->
                ofValues(List.of(TimeMoments.INSTANCE), (state, at, count) -> TimeMoments.slope(state, at[0]));
        };
    }

    private static WindowStatistic counting(Value value) {
        return new WindowStatistic(List.of(), value);
    }

    /** The mean of values that lose weight with their age. */
    static WindowStatistic of(DecayedSums sums) {
        return ofValues(List.of(sums), (state, at, count) -> sums.mean(state, at[0]));
    }

    /** The mean of directions. */
    static WindowStatistic of(DirectionSums sums) {
        return ofValues(List.of(sums), (state, at, count) -> sums.mean(state, at[0], count));
    }

    private static WindowStatistic ofValues(List<Aggregate> needs, OfState value) {
        return new WindowStatistic(
                needs, (window, at, count) -> count == 0 ? Double.NaN : value.of(window.state(), at, count));
    }

    private static double ageOfLast(MachineWindow window, int[] latest, double count) {
        return count == 0 ? Double.NaN : (window.end() - window.state()[latest[0] + Latest.TIME]) / MICROS_PER_HOUR;
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

    /** Rounding must not turn equal values into a tiny deviation. */
    private static double standardDeviation(double[] state, int moments, int commonValue, double count) {
        if (count < 2) {
            return Double.NaN;
        }
        if (CommonValue.exists(state, commonValue)) {
            return 0;
        }
        double deviations =
                DoubleDouble.squaredDeviations(state, moments + Moments.SUM, moments + Moments.SQUARES, count);
        return Math.sqrt(deviations / (count - 1));
    }
}
