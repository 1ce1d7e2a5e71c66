package io.github.pdmspark.survival;

import io.github.pdmspark.evaluation.Metric;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How far predicted lives lie from the true ones; {@code d = predicted - true}, so a positive error is a warning that comes
 * too late. All are undefined without lives.
 */
public final class LifeErrors {

    private static final String NOTHING = "there are no lives";

    private final double[] errors;

    private LifeErrors(double[] errors) {
        this.errors = errors;
    }

    /** Errors against the true lives. */
    public static LifeErrors of(double[] predicted, double[] truth) {
        return between(predicted, truth, Double.POSITIVE_INFINITY);
    }

    /** Errors against true lives that are cut at {@code cap}, as they were in training. */
    public static LifeErrors againstCapped(double[] predicted, double[] truth, double cap) {
        return between(predicted, truth, cap);
    }

    private static LifeErrors between(double[] predicted, double[] truth, double cap) {
        Pairs.requireNumbers(predicted, truth.length);
        double[] errors = new double[truth.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = predicted[i] - Math.min(truth[i], cap);
        }
        return new LifeErrors(errors);
    }

    /** How many lives. */
    public int lives() {
        return errors.length;
    }

    /** Root mean square error {@code sqrt(mean d^2)}. */
    public Metric rootMeanSquare() {
        return errors.length == 0 ? Metric.undefined(NOTHING) : Metric.of(Math.sqrt(mean(d -> d * d)));
    }

    /** Mean absolute error {@code mean |d|}. */
    public Metric meanAbsolute() {
        return errors.length == 0 ? Metric.undefined(NOTHING) : Metric.of(mean(Math::abs));
    }

    /** Bias {@code mean d}; above zero: lives are predicted too long. */
    public Metric bias() {
        return errors.length == 0 ? Metric.undefined(NOTHING) : Metric.of(mean(d -> d));
    }

    /**
     * The score of the PHM08 challenge (Saxena, Goebel, Simon and Eklund 2008), summed over the lives: {@code exp(-d/13) - 1}
     * if d is below zero, else {@code exp(d/10) - 1}; 0 is perfect. Made for cycles of turbofans; other units need other divisors.
     */
    public Metric phm08() {
        return errors.length == 0
                ? Metric.undefined(NOTHING)
                : Metric.of(Arrays.stream(errors)
                        .map(d -> d < 0 ? Math.expm1(-d / 13) : Math.expm1(d / 10))
                        .sum());
    }

    private double mean(DoubleUnaryOperator term) {
        return Arrays.stream(errors).map(term).sum() / errors.length;
    }
}
