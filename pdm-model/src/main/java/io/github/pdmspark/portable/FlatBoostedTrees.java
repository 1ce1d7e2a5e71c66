package io.github.pdmspark.portable;

/**
 * Boosted regression trees for two classes under log loss: {@code p1 = 1 - 1 / (1 + exp(2 m))} of the margin {@code m}, the
 * weighted sum of the trees. The sum is taken as MLlib's Java BLAS takes it, with four running sums and fused multiply-adds; a
 * native BLAS may differ from it in the last bit.
 */
public final class FlatBoostedTrees implements FlatClassifier {

    private static final long serialVersionUID = 1L;
    private static final int LANES = 4;

    private final FlatTrees trees;
    private final double[] weights;

    /** Trees of one value per leaf, and the weight of each tree. */
    public FlatBoostedTrees(FlatTrees trees, double[] weights) {
        if (trees.width() != 1 || weights.length != trees.count()) {
            throw new IllegalArgumentException("Boosted trees have one value per leaf and one weight per tree, not "
                    + trees.width() + " values and " + weights.length + " weights for " + trees.count() + " trees.");
        }
        this.trees = trees;
        this.weights = weights;
    }

    /** The trees, one value per leaf. */
    public FlatTrees trees() {
        return trees;
    }

    /** The weight of a tree. */
    public double weight(int tree) {
        return weights[tree];
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public int features() {
        return trees.features();
    }

    @Override
    public void probabilities(double[] features, double[] out) {
        out[0] = 1 / (1 + Math.exp(2 * margin(features)));
        out[1] = 1 - out[0];
    }

    /** The weighted sum of the trees: half the log odds of class 1. */
    public double margin(double[] features) {
        int whole = weights.length - weights.length % LANES;
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int tree = 0; tree < whole; tree += LANES) {
            sum0 = plus(tree, features, sum0);
            sum1 = plus(tree + 1, features, sum1);
            sum2 = plus(tree + 2, features, sum2);
            sum3 = plus(tree + 3, features, sum3);
        }
        double sum = sum0 + sum1 + sum2 + sum3;
        for (int tree = whole; tree < weights.length; tree++) {
            sum = plus(tree, features, sum);
        }
        return sum;
    }

    private double plus(int tree, double[] features, double sum) {
        return Math.fma(trees.value(trees.leaf(tree, features), 0), weights[tree], sum);
    }

    void write(ArrayOutput out) {
        out.numbers(weights);
        trees.write(out);
    }

    static FlatBoostedTrees read(ArrayInput in) {
        double[] weights = in.numbers();
        return new FlatBoostedTrees(FlatTrees.read(in), weights);
    }
}
