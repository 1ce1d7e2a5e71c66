package io.github.pdmspark.mllib;

import java.util.Optional;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.DecisionTreeRegressionModel;
import org.apache.spark.ml.regression.GBTRegressionModel;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.ml.regression.RegressionModel;

/** The feature importances of the models that have some: those made of trees. */
final class Importances {

    private Importances() {}

    static Optional<Vector> of(RegressionModel<?, ?> regressor) {
        if (regressor instanceof RandomForestRegressionModel forest) {
            return Optional.of(forest.featureImportances());
        }
        if (regressor instanceof DecisionTreeRegressionModel tree) {
            return Optional.of(tree.featureImportances());
        }
        if (regressor instanceof GBTRegressionModel boosted) {
            return Optional.of(boosted.featureImportances());
        }
        return Optional.empty();
    }

    static Optional<Vector> of(ProbabilisticClassificationModel<?, ?> classifier) {
        if (classifier instanceof RandomForestClassificationModel forest) {
            return Optional.of(forest.featureImportances());
        }
        if (classifier instanceof DecisionTreeClassificationModel tree) {
            return Optional.of(tree.featureImportances());
        }
        if (classifier instanceof GBTClassificationModel boosted) {
            return Optional.of(boosted.featureImportances());
        }
        return Optional.empty();
    }
}
