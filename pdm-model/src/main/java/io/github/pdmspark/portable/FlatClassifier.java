package io.github.pdmspark.portable;

import java.io.Serializable;

/** One classifier as plain arrays. Thread-safe; scoring allocates nothing. */
public sealed interface FlatClassifier extends Serializable permits FlatForest, FlatBoostedTrees, FlatLogistic {

    /** Number of classes. */
    int classes();

    /** One more than the largest feature number that it reads. */
    int features();

    /** Writes the probability of each class to the start of {@code out}; the features are finite. */
    void probabilities(double[] features, double[] out);
}
