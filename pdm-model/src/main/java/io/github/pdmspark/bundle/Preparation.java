package io.github.pdmspark.bundle;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was done to the usable rows before the trainer saw them.
 *
 * @param negativesKept share of the rows of class none that were kept, in (0, 1]; scoring undoes it
 * @param negativesSeed which rows those are
 * @param classWeights weight of the rows by class; empty when all weigh 1
 * @param partitions into how many partitions the rows were put; the random choices of MLlib depend on it
 */
public record Preparation(double negativesKept, long negativesSeed, Map<String, Double> classWeights, int partitions) {

    public Preparation {
        if (!(negativesKept > 0 && negativesKept <= 1)) {
            throw new IllegalArgumentException(
                    "The share of negatives kept lies in (0, 1], not " + negativesKept + ".");
        }
        classWeights = Collections.unmodifiableMap(new TreeMap<>(classWeights));
    }
}
