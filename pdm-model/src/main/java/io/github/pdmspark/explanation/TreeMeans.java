package io.github.pdmspark.explanation;

import io.github.pdmspark.portable.FlatTrees;
import java.io.Serializable;

/** The mean of the leaf values below every node, weighted by cover. */
final class TreeMeans implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int width;
    private final double[] means;

    TreeMeans(FlatTrees trees) {
        width = trees.width();
        means = new double[trees.nodes() * width];
        for (int node = trees.nodes() - 1; node >= 0; node--) {
            for (int i = 0; i < width; i++) {
                means[node * width + i] = trees.isLeaf(node) ? trees.value(node, i) : ofChildren(trees, node, i);
            }
        }
    }

    /** Children come after their parents, so theirs are known. */
    private double ofChildren(FlatTrees trees, int node, int number) {
        int left = trees.left(node);
        return share(trees, node, left) * mean(left, number) + share(trees, node, left + 1) * mean(left + 1, number);
    }

    double mean(int node, int number) {
        return means[node * width + number];
    }

    /** Share of the training rows of a node that went on to a child. */
    static double share(FlatTrees trees, int node, int child) {
        double cover = trees.cover(node);
        return cover > 0 ? trees.cover(child) / cover : 0;
    }
}
