package io.github.pdmspark.explanation;

import io.github.pdmspark.portable.FlatTrees;

/**
 * Path-dependent TreeSHAP, algorithm 2 of Lundberg, Erion and Lee (2018): walks down every path of a tree and keeps the weights of
 * all subsets of the features on it. Not thread-safe.
 *
 * <p>A feature's one-fraction is 1 while the row follows the path in it and 0 after, so features that left the path all get the
 * same weight, and one sum serves them.
 */
final class TreeShap implements TreeContributions {

    private final FlatTrees trees;
    private final Path path;
    private int value;
    private double[] row = {};
    private double[] sums = {};
    private double scale;

    /** For trees of this {@link #depth}. */
    TreeShap(FlatTrees trees, int depth) {
        this.trees = trees;
        this.path = new Path(depth + 2);
    }

    @Override
    public void add(int tree, double[] features, int number, double treeScale, double[] contributions) {
        row = features;
        value = number;
        sums = contributions;
        scale = treeScale;
        walk(trees.root(tree), 0, 0, 1, 1, Path.NO_FEATURE);
    }

    /** {@code from} is where the parent's path lies, {@code depth} how many features are on it. */
    private void walk(int node, int from, int depth, double zero, double one, int feature) {
        int at = path.copy(from, depth);
        path.extend(at, depth, zero, one, feature);
        if (trees.isLeaf(node)) {
            settle(node, at, depth);
            return;
        }
        int split = trees.feature(node);
        double zeroBefore = 1;
        double oneBefore = 1;
        int length = depth;
        int place = path.find(at, depth, split);
        if (place > 0) {
            zeroBefore = path.zero(at + place);
            oneBefore = path.one(at + place);
            path.unwind(at, depth, place);
            length--;
        }
        int hot = trees.child(node, row);
        int left = trees.left(node);
        int cold = hot == left ? left + 1 : left;
        walk(hot, at, length + 1, zeroBefore * TreeMeans.share(trees, node, hot), oneBefore, split);
        walk(cold, at, length + 1, zeroBefore * TreeMeans.share(trees, node, cold), 0, split);
    }

    private void settle(int leaf, int at, int depth) {
        double height = scale * trees.value(leaf, value);
        if (height == 0) {
            return;
        }
        double left = -path.sumOfLeft(at, depth);
        for (int i = 1; i <= depth; i++) {
            double zero = path.zero(at + i);
            double weight = path.one(at + i) == 0 ? left : path.sumOfKept(at, depth, zero) * (1 - zero);
            sums[path.feature(at + i)] += height * weight;
        }
    }

    /** The most splits between a root and a leaf. */
    static int depth(FlatTrees trees) {
        int[] depths = new int[trees.nodes()];
        int deepest = 0;
        for (int node = 0; node < depths.length; node++) {
            deepest = Math.max(deepest, depths[node]);
            if (!trees.isLeaf(node)) {
                depths[trees.left(node)] = depths[node] + 1;
                depths[trees.left(node) + 1] = depths[node] + 1;
            }
        }
        return deepest;
    }
}
