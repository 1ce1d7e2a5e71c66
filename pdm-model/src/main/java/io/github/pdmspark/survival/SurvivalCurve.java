package io.github.pdmspark.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The probability to last, from now on. {@code S(0) = 1}; between two ends of periods it falls evenly, as failures of a
 * period are taken to be spread evenly over it (the actuarial assumption).
 *
 * @param ends where the periods end, ascending, above zero
 * @param survival probability to last until each end, never rising
 */
public record SurvivalCurve(List<Double> ends, List<Double> survival) {

    public SurvivalCurve {
        ends = List.copyOf(ends);
        survival = List.copyOf(survival);
        if (ends.isEmpty() || ends.size() != survival.size()) {
            throw new IllegalArgumentException(
                    "A survival curve needs one probability for each of its ends, but it has " + ends.size()
                            + " ends and " + survival.size() + " probabilities.");
        }
        double end = 0;
        double last = 1;
        for (int i = 0; i < ends.size(); i++) {
            if (!(ends.get(i) > end) || !(survival.get(i) <= last) || !(survival.get(i) >= 0)) {
                throw new IllegalArgumentException(
                        "Ends must rise from zero and probabilities fall from 1 to not below 0," + " but the ends are "
                                + ends + " and the probabilities " + survival + ".");
            }
            end = ends.get(i);
            last = survival.get(i);
        }
    }

    /** {@code S(end_j) = prod over i <= j of (1 - h_i)}. */
    public static SurvivalCurve ofHazards(List<Double> ends, List<Double> hazards) {
        List<Double> survival = new ArrayList<>();
        double product = 1;
        for (double hazard : hazards) {
            product *= 1 - hazard;
            survival.add(product);
        }
        return new SurvivalCurve(ends, survival);
    }

    /** The probability to last until {@code time}; beyond the last end the one of the last end, which is then too high. */
    public double at(double time) {
        double start = 0;
        double before = 1;
        for (int i = 0; i < ends.size(); i++) {
            double end = ends.get(i);
            if (time <= end) {
                double share = Math.max(0, time - start) / (end - start);
                return before + share * (survival.get(i) - before);
            }
            start = end;
            before = survival.get(i);
        }
        return before;
    }

    /**
     * The time by which this share has failed: 0.5 gives the median remaining life. Empty if the share has not failed by the
     * last end: all that is known is that it takes longer.
     *
     * @param share above 0 and below 1
     */
    public OptionalDouble quantile(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("A quantile lies above 0 and below 1, not at " + share + ".");
        }
        double left = 1 - share;
        double start = 0;
        double before = 1;
        for (int i = 0; i < ends.size(); i++) {
            double after = survival.get(i);
            if (after <= left) {
                double part = (before - left) / (before - after);
                return OptionalDouble.of(start + part * (ends.get(i) - start));
            }
            start = ends.get(i);
            before = after;
        }
        return OptionalDouble.empty();
    }
}
