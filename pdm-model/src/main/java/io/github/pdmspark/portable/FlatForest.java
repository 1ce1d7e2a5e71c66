package io.github.pdmspark.portable;

/**
 * A forest of classification trees. Each leaf holds the shares of the classes among its training rows; the shares of the trees
 * are summed in tree order and divided by their sum, as MLlib does. A single decision tree says the shares of its leaf.
 *
 * @param trees with one value per class
 * @param vote how the trees are put together
 */
public record FlatForest(FlatTrees trees, Vote vote) implements FlatClassifier {

    /** How trees are put together. */
    public enum Vote {
        /** Sum of the shares, divided by its sum. */
        SUM_OF_SHARES,
        /** The shares of the only tree. */
        SINGLE_TREE
    }

    public FlatForest {
        if (vote == Vote.SINGLE_TREE && trees.count() != 1) {
            throw new IllegalArgumentException("A single tree is one tree, not " + trees.count() + ".");
        }
    }

    @Override
    public int classes() {
        return trees.width();
    }

    @Override
    public int features() {
        return trees.features();
    }

    @Override
    public void probabilities(double[] features, double[] out) {
        int classes = trees.width();
        for (int i = 0; i < classes; i++) {
            out[i] = 0;
        }
        trees.addValues(features, out);
        if (vote == Vote.SUM_OF_SHARES) {
            divideBySum(out, classes);
        }
    }

    private static void divideBySum(double[] out, int classes) {
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            sum += out[i];
        }
        if (sum != 0) {
            for (int i = 0; i < classes; i++) {
                out[i] /= sum;
            }
        }
    }

    void write(ArrayOutput out) {
        trees.write(out);
    }
}
