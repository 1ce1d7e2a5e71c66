package io.github.pdmspark.calibration;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Platt scaling on the log odds of the score: {@code p = 1 / (1 + exp(-(slope * logit(score) + intercept)))}. Slope 1 and
 * intercept 0 change nothing. Scores are cut to [1e-6, 1 - 1e-6], as a forest says 0 and 1 without being sure.
 *
 * @param slope finite
 * @param intercept finite
 */
public record PlattCurve(
        @JsonProperty(required = true) double slope,
        @JsonProperty(required = true) double intercept) implements CalibrationCurve {

    private static final double LEAST = 1e-6;

    public PlattCurve {
        if (!Double.isFinite(slope) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException(
                    "A Platt curve needs finite numbers, not slope " + slope + " and intercept " + intercept + ".");
        }
    }

    @Override
    public double probability(double score) {
        return sigmoid(slope * logOdds(score) + intercept);
    }

    static double logOdds(double score) {
        double cut = Math.max(LEAST, Math.min(1 - LEAST, score));
        return Math.log(cut / (1 - cut));
    }

    static double sigmoid(double value) {
        return 1 / (1 + Math.exp(-value));
    }
}
