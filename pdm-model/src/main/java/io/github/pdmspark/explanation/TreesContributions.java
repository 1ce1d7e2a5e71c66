package io.github.pdmspark.explanation;

import io.github.pdmspark.portable.FlatTrees;
import java.util.stream.DoubleStream;

/** Contributions to a weighted sum of trees. */
final class TreesContributions implements PartContributions {

    private static final long serialVersionUID = 1L;

    private final FlatTrees trees;
    private final double[] scales;
    private final int inputs;
    private final ContributionMethod method;
    private final TreeMeans means;
    private final int depth;

    TreesContributions(FlatTrees trees, double[] scales, int inputs, ContributionMethod method) {
        this.trees = trees;
        this.scales = scales;
        this.inputs = inputs;
        this.method = method;
        this.means = new TreeMeans(trees);
        this.depth = TreeShap.depth(trees);
    }

    @Override
    public int values() {
        return trees.width();
    }

    @Override
    public Explanation explain(double[] row, int value) {
        TreeContributions splitter =
                method == ContributionMethod.TREE_SHAP ? new TreeShap(trees, depth) : new Saabas(trees, means);
        double[] sums = new double[inputs];
        double base = 0;
        double output = 0;
        for (int tree = 0; tree < scales.length; tree++) {
            splitter.add(tree, row, value, scales[tree], sums);
            base += scales[tree] * means.mean(trees.root(tree), value);
            output += scales[tree] * trees.value(trees.leaf(tree, row), value);
        }
        return new Explanation(base, output, DoubleStream.of(sums).boxed().toList());
    }
}
