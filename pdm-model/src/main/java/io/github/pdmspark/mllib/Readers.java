package io.github.pdmspark.mllib;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.classification.NaiveBayesModel;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.SparkSession;

/** The classes that a saved model may name. Each is read by its own reader; no class is ever looked up by name. */
final class Readers {

    private static final String PACKAGE = "org.apache.spark.ml.classification.";

    private static final Map<String, Supplier<MLReader<? extends ProbabilisticClassificationModel<?, ?>>>> BY_CLASS =
            Map.of(
                    PACKAGE + "RandomForestClassificationModel", RandomForestClassificationModel::read,
                    PACKAGE + "DecisionTreeClassificationModel", DecisionTreeClassificationModel::read,
                    PACKAGE + "GBTClassificationModel", GBTClassificationModel::read,
                    PACKAGE + "LogisticRegressionModel", LogisticRegressionModel::read,
                    PACKAGE + "NaiveBayesModel", NaiveBayesModel::read,
                    PACKAGE + "MultilayerPerceptronClassificationModel", MultilayerPerceptronClassificationModel::read,
                    PACKAGE + "FMClassificationModel", FMClassificationModel::read);

    private Readers() {}

    static boolean isAllowed(String className) {
        return BY_CLASS.containsKey(className);
    }

    static void requireReadable(String className) {
        if (!isAllowed(className)) {
            throw new IllegalArgumentException(
                    "A model of class " + className + " cannot be saved, as it could not be read" + " again: only "
                            + new TreeSet<>(BY_CLASS.keySet()) + " can. Give the model a ModelFormat of its own.");
        }
    }

    static ProbabilisticClassificationModel<?, ?> read(String className, SparkSession spark, String path) {
        Supplier<MLReader<? extends ProbabilisticClassificationModel<?, ?>>> reader = BY_CLASS.get(className);
        if (reader == null) {
            throw new IllegalArgumentException("A saved model may not name the class " + className + ".");
        }
        ProbabilisticClassificationModel<?, ?> model = (ProbabilisticClassificationModel<?, ?>)
                reader.get().session(spark).load(path);
        Classifier.set(model, "featuresCol", VectorColumns.FEATURES);
        Classifier.set(model, "probabilityCol", VectorColumns.PROBABILITY);
        Classifier.set(model, "rawPredictionCol", "");
        Classifier.set(model, "predictionCol", "");
        return model;
    }
}
