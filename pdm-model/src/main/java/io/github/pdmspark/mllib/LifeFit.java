package io.github.pdmspark.mllib;

import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.AFTSurvivalRegression;
import org.apache.spark.ml.regression.RegressionModel;
import org.apache.spark.ml.regression.Regressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits MLlib regressors to the columns of {@link VectorColumns}. */
final class LifeFit {

    static final String PREDICTION = "__pdm_prediction";
    static final String QUANTILES = "__pdm_quantiles";
    static final double[] SHARES = {0.1, 0.5, 0.9};

    private LifeFit() {}

    /** The regressor is bound to the columns; give a copy. */
    static RegressionModel<Vector, ?> regression(Regressor<?, ?, ?> copy, Dataset<Row> rows) {
        bind(copy);
        return vectors(copy.fit(rows));
    }

    static RegressionModel<Vector, ?> survival(AFTSurvivalRegression regression, Dataset<Row> rows) {
        AFTSurvivalRegression copy = regression.copy(ParamMap.empty());
        bind(copy);
        copy.setCensorCol(LifeRows.FAILED);
        copy.setQuantilesCol(QUANTILES);
        copy.setQuantileProbabilities(SHARES);
        return vectors(copy.fit(rows));
    }

    /** Every regressor of MLlib reads vectors; its type parameter is lost in the wildcard. */
    @SuppressWarnings("unchecked")
    static RegressionModel<Vector, ?> vectors(Object model) {
        return (RegressionModel<Vector, ?>) model;
    }

    private static void bind(Regressor<?, ?, ?> regressor) {
        Classifier.set(regressor, "featuresCol", VectorColumns.FEATURES);
        Classifier.set(regressor, "labelCol", VectorColumns.LABEL);
        Classifier.set(regressor, "predictionCol", PREDICTION);
    }
}
