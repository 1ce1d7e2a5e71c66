package io.github.pdmspark.calibration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.List;

/**
 * The curves of all components. Each component gets what its curve says; only when they add up to more than 1 are they
 * divided by their sum. What is left to 1 is the probability of no failure.
 *
 * @param method how the curves were fitted
 * @param curves one per component, in declared order
 */
public record Calibration(
        @JsonProperty(required = true) CalibrationMethod method,
        @JsonProperty(required = true) List<CalibrationCurve> curves)
        implements Serializable {

    public Calibration {
        curves = List.copyOf(curves);
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("A calibration needs a curve for each component.");
        }
    }

    /** Turns class scores, none first, into probabilities, in place. */
    public void apply(double[] classScores) {
        double sum = 0;
        for (int i = 1; i < classScores.length; i++) {
            classScores[i] = curves.get(i - 1).probability(classScores[i]);
            sum += classScores[i];
        }
        if (sum > 1) {
            for (int i = 1; i < classScores.length; i++) {
                classScores[i] /= sum;
            }
        }
        classScores[0] = Math.max(0, 1 - sum);
    }
}
