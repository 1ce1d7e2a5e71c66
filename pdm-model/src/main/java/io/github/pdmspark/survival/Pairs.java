package io.github.pdmspark.survival;

import java.util.List;

/** Checks of predictions beside what was seen. */
final class Pairs {

    private Pairs() {}

    static void requireSameLength(double[] predicted, List<SeenLife> lives) {
        requireNumbers(predicted, lives.size());
    }

    static void requireNumbers(double[] predicted, int lives) {
        if (predicted.length != lives) {
            throw new IllegalArgumentException(
                    "There are " + predicted.length + " predictions for " + lives + " lives; give one for each.");
        }
        for (int i = 0; i < predicted.length; i++) {
            if (Double.isNaN(predicted[i])) {
                throw new IllegalArgumentException(
                        "Prediction " + i + " is NaN. Leave out the lives that have no prediction, and say how many.");
            }
        }
    }
}
