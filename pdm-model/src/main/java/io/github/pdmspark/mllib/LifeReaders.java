package io.github.pdmspark.mllib;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.AFTSurvivalRegressionModel;
import org.apache.spark.ml.regression.DecisionTreeRegressionModel;
import org.apache.spark.ml.regression.GBTRegressionModel;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.ml.regression.RegressionModel;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.SparkSession;

/** The regressors that a saved model may name. Each is read by its own reader; no class is ever looked up by name. */
final class LifeReaders {

    private static final String PACKAGE = "org.apache.spark.ml.regression.";

    private static final Map<String, Supplier<MLReader<? extends RegressionModel<Vector, ?>>>> BY_CLASS = Map.of(
            PACKAGE + "RandomForestRegressionModel", RandomForestRegressionModel::read,
            PACKAGE + "DecisionTreeRegressionModel", DecisionTreeRegressionModel::read,
            PACKAGE + "GBTRegressionModel", GBTRegressionModel::read,
            PACKAGE + "LinearRegressionModel", LinearRegressionModel::read,
            PACKAGE + "AFTSurvivalRegressionModel", AFTSurvivalRegressionModel::read);

    private LifeReaders() {}

    static boolean isAllowed(String className) {
        return BY_CLASS.containsKey(className);
    }

    static void requireReadable(String className) {
        if (!isAllowed(className)) {
            throw new IllegalArgumentException("A model of class " + className
                    + " cannot be saved, as it could not be read again: only " + new TreeSet<>(BY_CLASS.keySet())
                    + " can.");
        }
    }

    static RegressionModel<Vector, ?> read(String className, SparkSession spark, String path) {
        Supplier<MLReader<? extends RegressionModel<Vector, ?>>> reader = BY_CLASS.get(className);
        if (reader == null) {
            throw new IllegalArgumentException("A saved model may not name the class " + className + ".");
        }
        RegressionModel<Vector, ?> model = reader.get().session(spark).load(path);
        Classifier.set(model, "featuresCol", VectorColumns.FEATURES);
        Classifier.set(model, "predictionCol", LifeFit.PREDICTION);
        if (model instanceof AFTSurvivalRegressionModel survival) {
            survival.setQuantilesCol(LifeFit.QUANTILES);
            survival.setQuantileProbabilities(LifeFit.SHARES.clone());
        }
        return model;
    }
}
