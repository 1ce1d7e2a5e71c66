package io.github.pdmspark.calibration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;

/**
 * Isotonic regression: a line through the ends of its steps, constant before the first and after the last point.
 *
 * @param scores ascending, at least one
 * @param probabilities one per score, never falling, in [0, 1]
 */
public record IsotonicCurve(
        @JsonProperty(required = true) List<Double> scores,
        @JsonProperty(required = true) List<Double> probabilities) implements CalibrationCurve {

    public IsotonicCurve {
        scores = List.copyOf(scores);
        probabilities = List.copyOf(probabilities);
        if (scores.isEmpty() || scores.size() != probabilities.size()) {
            throw new IllegalArgumentException(
                    "An isotonic curve needs as many probabilities as scores and at least one, not " + scores.size()
                            + " scores and " + probabilities.size() + " probabilities.");
        }
        for (int i = 0; i < scores.size(); i++) {
            double p = probabilities.get(i);
            boolean rises = i == 0 || (scores.get(i) > scores.get(i - 1) && p >= probabilities.get(i - 1));
            if (!rises || !(p >= 0 && p <= 1) || !Double.isFinite(scores.get(i))) {
                throw new IllegalArgumentException("Point " + i + " of an isotonic curve, (" + scores.get(i) + ", " + p
                        + "), is no probability or falls behind the point before it.");
            }
        }
    }

    @Override
    public double probability(double score) {
        int place = Collections.binarySearch(scores, score);
        if (place >= 0) {
            return probabilities.get(place);
        }
        int after = -place - 1;
        if (after == 0 || after == scores.size()) {
            return probabilities.get(after == 0 ? 0 : after - 1);
        }
        double low = scores.get(after - 1);
        double share = (score - low) / (scores.get(after) - low);
        double from = probabilities.get(after - 1);
        return from + share * (probabilities.get(after) - from);
    }
}
