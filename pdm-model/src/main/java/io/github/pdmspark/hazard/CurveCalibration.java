package io.github.pdmspark.hazard;

import java.io.Serializable;
import java.util.List;

/**
 * How a share of failures that curves promise turns out: a rising line through points from (0, 0) to (1, 1).
 *
 * @param predicted shares as the curves of the model say, rising
 * @param observed shares of held-out lives that had ended by then, not falling
 */
public record CurveCalibration(List<Double> predicted, List<Double> observed) implements Serializable {

    /** Curves stay as they are. */
    static final CurveCalibration NONE = new CurveCalibration(List.of(0.0, 1.0), List.of(0.0, 1.0));

    public CurveCalibration {
        predicted = List.copyOf(predicted);
        observed = List.copyOf(observed);
        boolean fits = predicted.size() == observed.size() && predicted.size() >= 2;
        for (int i = 1; fits && i < predicted.size(); i++) {
            fits = predicted.get(i) > predicted.get(i - 1) && observed.get(i) >= observed.get(i - 1);
        }
        if (!fits || !ends(predicted) || !ends(observed)) {
            throw new IllegalArgumentException("A calibration of curves rises from 0 to 1, unlike the predicted shares "
                    + predicted + " and the observed ones " + observed + ".");
        }
    }

    private static boolean ends(List<Double> shares) {
        return shares.get(0) == 0 && shares.get(shares.size() - 1) == 1;
    }

    /** The share that is observed where this one is predicted. */
    double of(double share) {
        int i = 1;
        while (i < predicted.size() - 1 && share > predicted.get(i)) {
            i++;
        }
        double part = (share - predicted.get(i - 1)) / (predicted.get(i) - predicted.get(i - 1));
        return observed.get(i - 1) + part * (observed.get(i) - observed.get(i - 1));
    }
}
