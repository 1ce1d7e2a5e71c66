package io.github.pdmspark.portable;

import java.util.ArrayList;
import java.util.List;

/** Collects trees node by node: begin with {@link #tree}, then give every node it names an inner meaning or a leaf. */
public final class FlatTreesBuilder {

    private final int width;
    private final List<Integer> roots = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    /** Trees with this many values per leaf. */
    public FlatTreesBuilder(int width) {
        this.width = width;
    }

    /** Starts another tree; gives the number of its root. */
    public int tree() {
        roots.add(nodes.size());
        nodes.add(Node.UNSET);
        return nodes.size() - 1;
    }

    /** Makes a node an inner one; gives the number of its left child, the right one is the next number. */
    public int split(int node, int feature, double threshold, double cover) {
        int left = nodes.size();
        nodes.set(node, new Node(feature, threshold, left, cover));
        nodes.add(Node.UNSET);
        nodes.add(Node.UNSET);
        return left;
    }

    /** Makes a node a leaf. */
    public void leaf(int node, double cover, double... leafValues) {
        if (leafValues.length != width) {
            throw new IllegalArgumentException(
                    "A leaf of these trees has " + width + " values, not " + leafValues.length + ".");
        }
        nodes.set(node, new Node(-1, 0, values.size(), cover));
        for (double value : leafValues) {
            values.add(value);
        }
    }

    /** The trees. */
    public FlatTrees build() {
        return new FlatTrees(
                roots.stream().mapToInt(Integer::intValue).toArray(),
                nodes.stream().mapToInt(Node::feature).toArray(),
                nodes.stream().mapToDouble(Node::threshold).toArray(),
                nodes.stream().mapToInt(Node::next).toArray(),
                nodes.stream().mapToDouble(Node::cover).toArray(),
                width,
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private record Node(int feature, double threshold, int next, double cover) {
        static final Node UNSET = new Node(Integer.MIN_VALUE, 0, 0, 0);
    }
}
