package io.github.pdmspark.mllib;

import java.util.Optional;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.linalg.Vector;

/** The feature importances of the classifiers that have some: those made of trees. */
final class Importances {

    private Importances() {}

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
