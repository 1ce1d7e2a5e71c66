package io.github.pdmspark.explanation;

import io.github.pdmspark.portable.FlatTrees;

/** Shapley values over all subsets; the value of a subset is the mean over the branches of features that are not in it. */
final class BruteForceShapley {

    private final FlatTrees tree;
    private final double[] row;
    private final int value;

    BruteForceShapley(FlatTrees tree, double[] row, int value) {
        this.tree = tree;
        this.row = row;
        this.value = value;
    }

    double[] values(int features) {
        double[] values = new double[features];
        for (int feature = 0; feature < features; feature++) {
            for (int subset = 0; subset < 1 << features; subset++) {
                if ((subset & 1 << feature) == 0) {
                    double gain = mean(tree.root(0), subset | 1 << feature) - mean(tree.root(0), subset);
                    values[feature] += weight(Integer.bitCount(subset), features) * gain;
                }
            }
        }
        return values;
    }

    private double mean(int node, int subset) {
        if (tree.isLeaf(node)) {
            return tree.value(node, value);
        }
        if ((subset & 1 << tree.feature(node)) != 0) {
            return mean(tree.child(node, row), subset);
        }
        int left = tree.left(node);
        return (tree.cover(left) * mean(left, subset) + tree.cover(left + 1) * mean(left + 1, subset))
                / tree.cover(node);
    }

    /** {@code size! (n - size - 1)! / n!} */
    private static double weight(int size, int features) {
        double weight = 1.0 / features;
        for (int i = 1; i <= size; i++) {
            weight *= (double) i / (features - i);
        }
        return weight;
    }
}
