package io.github.pdmspark.explanation;

import io.github.pdmspark.portable.FlatTrees;

/** Gives each split of the row's own path the change of the mean that it makes. */
final class Saabas implements TreeContributions {

    private final FlatTrees trees;
    private final TreeMeans means;

    Saabas(FlatTrees trees, TreeMeans means) {
        this.trees = trees;
        this.means = means;
    }

    @Override
    public void add(int tree, double[] features, int value, double scale, double[] contributions) {
        int node = trees.root(tree);
        while (!trees.isLeaf(node)) {
            int child = trees.child(node, features);
            contributions[trees.feature(node)] += scale * (means.mean(child, value) - means.mean(node, value));
            node = child;
        }
    }
}
