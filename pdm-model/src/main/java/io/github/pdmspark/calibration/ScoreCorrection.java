package io.github.pdmspark.calibration;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the raw class scores of a model before anybody sees them. First the down-sampling of rows without failure is
 * undone: with keep rate {@code b} the odds of none grow by {@code 1 / b}, which for two classes is {@code p = b s / (b s - s +
 * 1)}. Then the calibration is applied, if there is one. Thread-safe.
 */
public final class ScoreCorrection implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double negativesKept;
    private final @Nullable Calibration calibration;

    private ScoreCorrection(double negativesKept, @Nullable Calibration calibration) {
        this.negativesKept = negativesKept;
        this.calibration = calibration;
    }

    /** The correction for a share of negatives kept in training, in (0, 1], and a calibration. */
    public static ScoreCorrection of(double negativesKept, Optional<Calibration> calibration) {
        if (!(negativesKept > 0 && negativesKept <= 1)) {
            throw new IllegalArgumentException(
                    "The share of negatives kept lies in (0, 1], not " + negativesKept + ".");
        }
        return new ScoreCorrection(negativesKept, calibration.orElse(null));
    }

    /** Corrects class scores, none first, in place. */
    public void apply(double[] classScores) {
        if (negativesKept != 1.0) {
            classScores[0] /= negativesKept;
            double sum = sum(classScores);
            for (int i = 0; i < classScores.length; i++) {
                classScores[i] /= sum;
            }
        }
        if (calibration != null) {
            calibration.apply(classScores);
        }
    }

    /** 1 minus the score of none; rounding may leave that a little outside [0, 1]. */
    public static double anyFailure(double[] classScores) {
        return Math.max(0, Math.min(1, 1 - classScores[0]));
    }

    /** Number of the component with the largest score, the first of equals; 0 is the first component. */
    public static int top(double[] classScores) {
        int top = 1;
        for (int i = 2; i < classScores.length; i++) {
            top = classScores[i] > classScores[top] ? i : top;
        }
        return top - 1;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
