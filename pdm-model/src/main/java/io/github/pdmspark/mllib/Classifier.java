package io.github.pdmspark.mllib;

import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** An MLlib classifier bound to the columns of {@link VectorColumns}. */
final class Classifier {

    private static final String WEIGHT_PARAMETER = "weightCol";
    private static final String NO_COLUMN = "";

    private final ProbabilisticClassifier<?, ?, ?> bound;

    private Classifier(ProbabilisticClassifier<?, ?, ?> bound) {
        this.bound = bound;
    }

    /** A bound copy; the given classifier stays as it is. */
    static Classifier bind(ProbabilisticClassifier<?, ?, ?> classifier) {
        ProbabilisticClassifier<?, ?, ?> copy = copy(classifier);
        set(copy, "featuresCol", VectorColumns.FEATURES);
        set(copy, "labelCol", VectorColumns.LABEL);
        set(copy, "probabilityCol", VectorColumns.PROBABILITY);
        set(copy, "rawPredictionCol", NO_COLUMN);
        set(copy, "predictionCol", NO_COLUMN);
        if (takesWeights(copy)) {
            set(copy, WEIGHT_PARAMETER, VectorColumns.WEIGHT);
        }
        return new Classifier(copy);
    }

    static ProbabilisticClassifier<?, ?, ?> copy(ProbabilisticClassifier<?, ?, ?> classifier) {
        return (ProbabilisticClassifier<?, ?, ?>) classifier.copy(ParamMap.empty());
    }

    static boolean takesWeights(Params classifier) {
        return classifier.hasParam(WEIGHT_PARAMETER);
    }

    /** Trees keep the probabilities of all their leaves, see {@link UnmergedTrees}. */
    ProbabilisticClassificationModel<?, ?> fit(Dataset<Row> vectors, int classes) {
        if (bound instanceof RandomForestClassifier forest) {
            return UnmergedTrees.fit(forest, vectors, classes);
        }
        if (bound instanceof DecisionTreeClassifier tree) {
            return UnmergedTrees.fit(tree, vectors, classes);
        }
        return (ProbabilisticClassificationModel<?, ?>) bound.fit(vectors);
    }

    /** The parameter of that name gets the value; its type is the caller's promise. */
    static <T> void set(Params params, String name, T value) {
        @SuppressWarnings("unchecked")
        Param<T> parameter = (Param<T>) params.getParam(name);
        params.set(parameter, value);
    }
}
