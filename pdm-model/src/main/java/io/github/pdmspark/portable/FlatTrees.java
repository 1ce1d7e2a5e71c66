package io.github.pdmspark.portable;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * Any number of decision trees in a few arrays. Node {@code i} is a leaf if {@code feature[i] < 0}, and {@code next[i]} is then
 * where its values start; else a row goes to node {@code next[i]} if its feature is {@code <= threshold[i]}, to {@code next[i] +
 * 1} if not. Children come after their parents. Rows hold finite numbers. Thread-safe.
 *
 * <p>A node is kept as two neighbouring numbers, and a leaf leads to itself: so a step needs one look into memory and no question
 * whether it was the last, and four trees go side by side while each waits for memory.
 */
public final class FlatTrees implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LEAF = -1;
    private static final int LANES = 4;

    private final int[] roots;
    /** Bits of the threshold of node {@code i} at {@code 2 i}; its feature and the next node as halves of the number after. */
    private final long[] packed;

    private final int[] valueAt;
    private final int[] levels;
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
        this.cover = cover;
        this.width = width;
        this.values = values;
        requireSound(feature, threshold, next);
        this.packed = new long[2 * feature.length];
        this.valueAt = new int[feature.length];
        for (int i = 0; i < feature.length; i++) {
            boolean leaf = feature[i] == LEAF;
            valueAt[i] = leaf ? next[i] : 0;
            packed[2 * i] = Double.doubleToRawLongBits(leaf ? Double.POSITIVE_INFINITY : threshold[i]);
            packed[2 * i + 1] = leaf ? i : (long) feature[i] << Integer.SIZE | next[i];
        }
        this.levels = levels();
    }

    /** The most splits above a leaf in each group of trees that go side by side. */
    private int[] levels() {
        int[] depths = new int[nodes()];
        for (int node = 0; node < depths.length; node++) {
            if (!isLeaf(node)) {
                depths[left(node)] = depths[node] + 1;
                depths[left(node) + 1] = depths[node] + 1;
            }
        }
        int[] deepest = new int[roots.length];
        for (int tree = 0; tree < roots.length; tree++) {
            int end = tree + 1 < roots.length ? roots[tree + 1] : depths.length;
            for (int node = roots[tree]; node < end; node++) {
                deepest[tree / LANES] = Math.max(deepest[tree / LANES], depths[node]);
            }
        }
        return deepest;
    }

    private void requireSound(int[] feature, double[] threshold, int[] next) {
        int nodes = feature.length;
        boolean sound = threshold.length == nodes && next.length == nodes && cover.length == nodes && roots.length > 0;
        if (!sound || width < 1) {
            throw new IllegalArgumentException(
                    "Trees need one threshold, next and cover per node, a root and a value, not " + nodes
                            + " nodes and " + roots.length + " roots.");
        }
        for (int i = 0; i < roots.length; i++) {
            require(roots[i] >= (i == 0 ? 0 : roots[i - 1] + 1) && roots[i] < nodes, "root", roots[i]);
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
        return packed.length / 2;
    }

    /** Values per leaf. */
    public int width() {
        return width;
    }

    /** One more than the largest feature number that a node asks for. */
    public int features() {
        int most = 0;
        for (int node = 0; node < nodes(); node++) {
            most = Math.max(most, feature(node) + 1);
        }
        return most;
    }

    /** The first node of a tree. */
    public int root(int tree) {
        return roots[tree];
    }

    /** Whether the node is a leaf. */
    public boolean isLeaf(int node) {
        return left(node) == node;
    }

    /** The feature that an inner node asks for; below 0 for a leaf. */
    public int feature(int node) {
        return isLeaf(node) ? LEAF : (int) (packed[2 * node + 1] >> Integer.SIZE);
    }

    /** The node that a row goes to from an inner node. */
    public int child(int node, double[] row) {
        return step(node, row);
    }

    /** The node for rows up to the threshold of an inner node; the other one is the next number. */
    public int left(int node) {
        return (int) packed[2 * node + 1];
    }

    /** Weight of the training rows that came through the node. */
    public double cover(int node) {
        return cover[node];
    }

    /** A value of a leaf. */
    public double value(int leaf, int number) {
        return values[valueAt[leaf] + number];
    }

    /** The leaf of a tree that a row ends in. */
    public int leaf(int tree, double[] row) {
        int node = roots[tree];
        int next = step(node, row);
        while (next != node) {
            node = next;
            next = step(node, row);
        }
        return node;
    }

    /** Adds the values of the leaves that a row ends in, tree by tree. */
    public void addValues(double[] row, double[] sums) {
        int whole = roots.length - roots.length % LANES;
        for (int tree = 0; tree < whole; tree += LANES) {
            int first = roots[tree];
            int second = roots[tree + 1];
            int third = roots[tree + 2];
            int fourth = roots[tree + 3];
            for (int level = levels[tree / LANES]; level > 0; level--) {
                first = step(first, row);
                second = step(second, row);
                third = step(third, row);
                fourth = step(fourth, row);
            }
            addLeaf(first, sums);
            addLeaf(second, sums);
            addLeaf(third, sums);
            addLeaf(fourth, sums);
        }
        for (int tree = whole; tree < roots.length; tree++) {
            addLeaf(leaf(tree, row), sums);
        }
    }

    private void addLeaf(int leaf, double[] sums) {
        int from = valueAt[leaf];
        for (int i = 0; i < width; i++) {
            sums[i] += values[from + i];
        }
    }

    /** From a node to its child; from a leaf to itself, as every finite number is below its threshold. */
    private int step(int node, double[] row) {
        long way = packed[2 * node + 1];
        double threshold = Double.longBitsToDouble(packed[2 * node]);
        return (int) way + (row[(int) (way >> Integer.SIZE)] <= threshold ? 0 : 1);
    }

    void write(ArrayOutput out) {
        IntStream nodes = IntStream.range(0, nodes());
        out.integers(roots).integers(nodes.map(this::feature).toArray());
        out.numbers(IntStream.range(0, nodes())
                .mapToDouble(node -> isLeaf(node) ? 0 : Double.longBitsToDouble(packed[2 * node]))
                .toArray());
        out.integers(IntStream.range(0, nodes())
                .map(node -> isLeaf(node) ? valueAt[node] : left(node))
                .toArray());
        out.numbers(cover).integers(new int[] {width}).numbers(values);
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
