package io.github.pdmspark.portable;

import java.io.Serializable;
import java.util.List;

/**
 * One or several flat classifiers that together score all classes of a target, none first. Thread-safe.
 *
 * @param combination how the classifiers work together
 * @param slots the classes that the classifiers know; the others score 0
 * @param parts one classifier, or one per slot
 * @param classes number of all classes
 */
public record FlatModel(Combination combination, List<Integer> slots, List<FlatClassifier> parts, int classes)
        implements Serializable {

    /** How classifiers work together. */
    public enum Combination {
        /** One classifier; its class {@code i} is class {@code slots[i]} of the target. */
        ONE_CLASSIFIER,
        /**
         * One two-class classifier per component, {@code p_c} against the rest: the scores are {@code p_c}, and the product of all
         * {@code 1 - p_c} for none, divided by their sum.
         */
        ONE_VS_REST
    }

    public FlatModel {
        slots = List.copyOf(slots);
        parts = List.copyOf(parts);
        boolean single = combination == Combination.ONE_CLASSIFIER;
        int outputs = single ? slots.size() : 2;
        boolean fits = parts.size() == (single ? 1 : slots.size())
                && parts.stream().allMatch(part -> part.classes() == outputs)
                && slots.stream().distinct().count() == slots.size();
        int last = classes - 1;
        if (!fits || slots.isEmpty() || !slots.stream().allMatch(slot -> slot >= (single ? 0 : 1) && slot <= last)) {
            throw new IllegalArgumentException("The " + parts.size() + " classifiers of a " + combination
                    + " model do not fit the classes " + slots + " of " + classes + ".");
        }
    }

    /** One more than the largest feature number that it reads. */
    public int features() {
        return parts.stream().mapToInt(FlatClassifier::features).max().orElse(0);
    }

    /** Numbers that {@link #score} needs room for. */
    public int scratchSize() {
        return Math.max(2, classes) + slots.size();
    }

    /**
     * Writes the score of every class; allocates nothing. Gives false if one of them is not finite.
     *
     * @param features finite
     * @param scores one per class
     * @param scratch room for {@link #scratchSize} numbers
     */
    public boolean score(double[] features, double[] scores, double[] scratch) {
        if (combination == Combination.ONE_CLASSIFIER) {
            single(features, scores, scratch);
        } else {
            oneVsRest(features, scores, scratch);
        }
        boolean finite = true;
        for (int i = 0; i < classes; i++) {
            finite &= Double.isFinite(scores[i]);
        }
        return finite;
    }

    private void single(double[] features, double[] scores, double[] scratch) {
        parts.get(0).probabilities(features, scratch);
        clear(scores);
        for (int i = 0; i < slots.size(); i++) {
            scores[slots.get(i)] = scratch[i];
        }
    }

    private void oneVsRest(double[] features, double[] scores, double[] scratch) {
        int size = slots.size();
        for (int i = 0; i < size; i++) {
            parts.get(i).probabilities(features, scores);
            scratch[i] = scores[1];
        }
        double none = productOfRests(scratch, 0, size);
        double sum = none + sum(scratch, 0, size);
        clear(scores);
        scores[0] = none / sum;
        for (int i = 0; i < size; i++) {
            scores[slots.get(i)] = scratch[i] / sum;
        }
    }

    private void clear(double[] scores) {
        for (int i = 0; i < classes; i++) {
            scores[i] = 0;
        }
    }

    /** By halves, as the expression that Spark evaluates: another order would round otherwise. */
    private static double sum(double[] values, int from, int size) {
        int half = size / 2;
        return size == 1 ? values[from] : sum(values, from, half) + sum(values, from + half, size - half);
    }

    private static double productOfRests(double[] values, int from, int size) {
        int half = size / 2;
        return size == 1
                ? 1 - values[from]
                : productOfRests(values, from, half) * productOfRests(values, from + half, size - half);
    }
}
