package io.github.pdmspark.portable;

import java.io.Serializable;

/**
 * Any number of decision trees in a few arrays. Node {@code i} is a leaf if {@code feature[i] < 0}, and {@code next[i]} is then
 * where its values start; else a row goes to node {@code next[i]} if its feature is {@code <= threshold[i]}, to {@code next[i] +
 * 1} if not. Children come after their parents. The arrays are not copied. Thread-safe.
 */
public final class FlatTrees implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LEAF = -1;

    private final int[] roots;
    private final int[] feature;
    private final double[] threshold;
    private final int[] next;
    private final double[] cover;
    private final int width;
    private final double[] values;

    /**
     * The trees.
     *
     * @param cover weight of the training rows that came through each node
     * @param width values per leaf
     * @throws IllegalArgumentException if a node could lead astray: to itself, out of the arrays, or round in a circle
     */
    public FlatTrees(
            int[] roots, int[] feature, double[] threshold, int[] next, double[] cover, int width, double[] values) {
        this.roots = roots;
        this.feature = feature;
        this.threshold = threshold;
        this.next = next;
        this.cover = cover;
        this.width = width;
        this.values = values;
        requireSound();
    }

    private void requireSound() {
        int nodes = feature.length;
        boolean sound = threshold.length == nodes && next.length == nodes && cover.length == nodes && roots.length > 0;
        if (!sound || width < 1) {
            throw new IllegalArgumentException(
                    "Trees need one threshold, next and cover per node, a root and a value, not " + nodes
                            + " nodes and " + roots.length + " roots.");
        }
        for (int root : roots) {
            require(root >= 0 && root < nodes, "root", root);
        }
        for (int i = 0; i < nodes; i++) {
            boolean leaf = feature[i] == LEAF;
            boolean leads = leaf
                    ? next[i] >= 0 && next[i] <= values.length - width
                    : feature[i] >= 0 && next[i] > i && next[i] < nodes - 1 && !Double.isNaN(threshold[i]);
            require(leads && cover[i] >= 0, "node", i);
        }
    }

    private static void require(boolean sound, String what, int number) {
        if (!sound) {
            throw new IllegalArgumentException("Tree " + what + " " + number + " leads out of its tree.");
        }
    }

    /** Number of trees. */
    public int count() {
        return roots.length;
    }

    /** Number of nodes of all trees. */
    public int nodes() {
        return feature.length;
    }

    /** Values per leaf. */
    public int width() {
        return width;
    }

    /** One more than the largest feature number that a node asks for. */
    public int features() {
        int most = 0;
        for (int number : feature) {
            most = Math.max(most, number + 1);
        }
        return most;
    }

    /** The first node of a tree. */
    public int root(int tree) {
        return roots[tree];
    }

    /** Whether the node is a leaf. */
    public boolean isLeaf(int node) {
        return feature[node] < 0;
    }

    /** The feature that an inner node asks for. */
    public int feature(int node) {
        return feature[node];
    }

    /** The node that a row goes to from an inner node. */
    public int child(int node, double[] row) {
        return row[feature[node]] <= threshold[node] ? next[node] : next[node] + 1;
    }

    /** The node for rows up to the threshold of an inner node; the other one is the next number. */
    public int left(int node) {
        return next[node];
    }

    /** Weight of the training rows that came through the node. */
    public double cover(int node) {
        return cover[node];
    }

    /** A value of a leaf. */
    public double value(int leaf, int number) {
        return values[next[leaf] + number];
    }

    /** The leaf of a tree that a row ends in. */
    public int leaf(int tree, double[] row) {
        int node = roots[tree];
        while (feature[node] >= 0) {
            node = row[feature[node]] <= threshold[node] ? next[node] : next[node] + 1;
        }
        return node;
    }

    void write(ArrayOutput out) {
        out.integers(roots).integers(feature).numbers(threshold).integers(next).numbers(cover);
        out.integers(new int[] {width}).numbers(values);
    }

    static FlatTrees read(ArrayInput in) {
        int[] roots = in.integers();
        int[] feature = in.integers();
        double[] threshold = in.numbers();
        int[] next = in.integers();
        double[] cover = in.numbers();
        int[] width = in.integers();
        return new FlatTrees(roots, feature, threshold, next, cover, width.length == 1 ? width[0] : 0, in.numbers());
    }
}
