package io.github.pdmspark.training;

import java.util.Map;
import java.util.TreeMap;

/** How much the rows of each class weigh. */
sealed interface ClassWeights {

    /** Weights by class for the classes that have rows; empty when all weigh 1. */
    Map<String, Double> of(Map<String, Long> rowsByClass);

    /** Every row weighs 1. */
    record Equal() implements ClassWeights {

        @Override
        public Map<String, Double> of(Map<String, Long> rowsByClass) {
            return Map.of();
        }
    }

    /** Every class weighs the same in sum: {@code rows / (classes * rows of the class)}. */
    record Balanced() implements ClassWeights {

        @Override
        public Map<String, Double> of(Map<String, Long> rowsByClass) {
            long rows = rowsByClass.values().stream().mapToLong(Long::longValue).sum();
            Map<String, Double> weights = new TreeMap<>();
            rowsByClass.forEach(
                    (name, count) -> weights.put(name, onGrid(rows / ((double) count * rowsByClass.size()))));
            return weights;
        }
    }

    /** As given; classes that are not named weigh 1. */
    record Given(Map<String, Double> weights) implements ClassWeights {

        public Given {
            weights = Map.copyOf(weights);
            weights.forEach((name, weight) -> {
                if (!(weight > 0) || weight.isInfinite()) {
                    throw new IllegalArgumentException(
                            "The weight of class '" + name + "' must be above 0, not " + weight + ".");
                }
            });
        }

        @Override
        public Map<String, Double> of(Map<String, Long> rowsByClass) {
            Map<String, Double> used = new TreeMap<>();
            weights.forEach((name, weight) -> used.put(name, onGrid(weight)));
            return used;
        }
    }

    /**
     * The nearest multiple of 1/65536, at least one: sums of such weights are exact, so that a model does not depend on the
     * order in which a cluster adds them up.
     */
    private static double onGrid(double weight) {
        double grid = 65_536;
        return Math.max(1, Math.rint(weight * grid)) / grid;
    }
}
