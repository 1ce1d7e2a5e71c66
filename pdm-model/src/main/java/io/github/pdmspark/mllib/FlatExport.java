package io.github.pdmspark.mllib;

import io.github.pdmspark.portable.FlatBoostedTrees;
import io.github.pdmspark.portable.FlatClassifier;
import io.github.pdmspark.portable.FlatForest;
import io.github.pdmspark.portable.FlatForest.Vote;
import io.github.pdmspark.portable.FlatLogistic;
import io.github.pdmspark.portable.FlatModel;
import io.github.pdmspark.portable.FlatModel.Combination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.tree.DecisionTreeModel;

/** MLlib classifiers as flat ones; empty for algorithms and settings without a flat form of the same bits. */
final class FlatExport {

    private static final String MULTINOMIAL = "multinomial";

    private FlatExport() {}

    static Optional<FlatModel> of(Ensemble ensemble, int classes) {
        List<FlatClassifier> parts = new ArrayList<>();
        for (ProbabilisticClassificationModel<?, ?> part : ensemble.parts()) {
            of(part).ifPresent(parts::add);
        }
        boolean single = ensemble.kind() == Layout.Kind.ONE_CLASSIFIER;
        int outputs = single ? ensemble.slots().size() : 2;
        boolean complete =
                parts.size() == ensemble.parts().size() && parts.stream().allMatch(part -> part.classes() == outputs);
        Combination combination = single ? Combination.ONE_CLASSIFIER : Combination.ONE_VS_REST;
        return complete ? Optional.of(new FlatModel(combination, ensemble.slots(), parts, classes)) : Optional.empty();
    }

    /** Thresholds play no part: they decide predictions, not probabilities. */
    private static Optional<FlatClassifier> of(ProbabilisticClassificationModel<?, ?> model) {
        if (model instanceof RandomForestClassificationModel forest) {
            return shares(forest.trees(), forest.numClasses(), Vote.SUM_OF_SHARES);
        } else if (model instanceof DecisionTreeClassificationModel tree) {
            return shares(new DecisionTreeModel[] {tree}, tree.numClasses(), Vote.SINGLE_TREE);
        } else if (model instanceof GBTClassificationModel boosted) {
            FlatTreeCollector trees = new FlatTreeCollector(1);
            return trees.addAll(boosted.trees(), FlatTreeCollector::prediction)
                    ? Optional.of(new FlatBoostedTrees(trees.build(), boosted.treeWeights()))
                    : Optional.empty();
        }
        return model instanceof LogisticRegressionModel logistic ? logistic(logistic) : Optional.empty();
    }

    private static Optional<FlatClassifier> shares(DecisionTreeModel[] trees, int classes, Vote vote) {
        FlatTreeCollector flat = new FlatTreeCollector(classes);
        return flat.addAll(trees, FlatTreeCollector::shares)
                ? Optional.of(new FlatForest(flat.build(), vote))
                : Optional.empty();
    }

    /** The two-class form and sparse coefficients are computed otherwise by MLlib. */
    private static Optional<FlatClassifier> logistic(LogisticRegressionModel model) {
        boolean multinomial = model.getFamily().equals(MULTINOMIAL) || model.numClasses() > 2;
        if (!multinomial
                || !(model.coefficientMatrix() instanceof DenseMatrix coefficients)
                || !coefficients.isTransposed()) {
            return Optional.empty();
        }
        double[] intercepts = model.interceptVector().toArray();
        return Optional.of(new FlatLogistic(
                Arrays.copyOf(coefficients.values(), coefficients.values().length),
                Arrays.copyOf(intercepts, intercepts.length)));
    }
}
