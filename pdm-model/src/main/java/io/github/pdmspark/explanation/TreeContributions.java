package io.github.pdmspark.explanation;

/** Splits one value of a tree over the features. Not thread-safe. */
interface TreeContributions {

    /** Adds {@code scale} times the contribution of each feature to the value of that number. */
    void add(int tree, double[] features, int value, double scale, double[] contributions);
}
