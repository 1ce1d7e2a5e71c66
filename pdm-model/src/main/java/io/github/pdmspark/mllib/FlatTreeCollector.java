package io.github.pdmspark.mllib;

import io.github.pdmspark.portable.FlatTrees;
import io.github.pdmspark.portable.FlatTreesBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.DecisionTreeModel;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.Node;

/** Copies the nodes of MLlib's trees into arrays, level by level. */
final class FlatTreeCollector {

    private final FlatTreesBuilder builder;

    FlatTreeCollector(int width) {
        builder = new FlatTreesBuilder(width);
    }

    /** False if a tree splits categories, which have no threshold. */
    boolean addAll(DecisionTreeModel[] trees, Function<Node, double[]> values) {
        for (DecisionTreeModel tree : trees) {
            if (!add(tree.rootNode(), values)) {
                return false;
            }
        }
        return true;
    }

    FlatTrees build() {
        return builder.build();
    }

    private boolean add(Node root, Function<Node, double[]> values) {
        Deque<Place> open = new ArrayDeque<>();
        open.add(new Place(root, builder.tree()));
        while (!open.isEmpty()) {
            Place place = open.remove();
            Node node = place.node();
            double cover = node.impurityStats().count();
            if (!(node instanceof InternalNode inner)) {
                builder.leaf(place.number(), cover, values.apply(node));
            } else if (inner.split() instanceof ContinuousSplit split) {
                int left = builder.split(place.number(), split.featureIndex(), split.threshold(), cover);
                open.add(new Place(inner.leftChild(), left));
                open.add(new Place(inner.rightChild(), left + 1));
            } else {
                return false;
            }
        }
        return true;
    }

    static double[] prediction(Node leaf) {
        return new double[] {leaf.prediction()};
    }

    /** The shares of the classes; zeros for a leaf without training rows, which MLlib leaves out of the vote. */
    static double[] shares(Node leaf) {
        double[] counts = leaf.impurityStats().stats();
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        double[] shares = new double[counts.length];
        for (int i = 0; i < counts.length && total != 0; i++) {
            shares[i] = counts[i] / total;
        }
        return shares;
    }

    private record Place(Node node, int number) {}
}
