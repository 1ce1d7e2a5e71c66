package io.github.pdmspark.mllib;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.imputation.FeatureValues;
import io.github.pdmspark.model.LifeColumns;
import io.github.pdmspark.model.LifeModel;
import io.github.pdmspark.model.LifeModelFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.AFTSurvivalRegressionModel;
import org.apache.spark.ml.regression.RegressionModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A fitted MLlib regressor of remaining lives; the median where it has a distribution. */
final class MllibLifeModel implements LifeModel {

    private static final List<String> QUANTILES =
            List.of(LifeColumns.LIFE_P10, LifeColumns.LIFE_P50, LifeColumns.LIFE_P90);
    private static final int MEDIAN = 1;

    private final String algorithm;
    private final List<String> features;
    private final RegressionModel<Vector, ?> regressor;

    MllibLifeModel(String algorithm, List<String> features, RegressionModel<Vector, ?> regressor) {
        this.algorithm = algorithm;
        this.features = List.copyOf(features);
        this.regressor = regressor;
        if (regressor.numFeatures() >= 0 && regressor.numFeatures() != features.size()) {
            throw new IllegalArgumentException("The regressor was trained on " + regressor.numFeatures()
                    + " features, but " + features.size() + " are named.");
        }
    }

    RegressionModel<Vector, ?> regressor() {
        return regressor;
    }

    @Override
    public List<String> features() {
        return features;
    }

    @Override
    public Dataset<Row> predict(Dataset<Row> rows) {
        FeatureValues.require(rows, features);
        Dataset<Row> predicted = regressor.transform(rows.withColumn(VectorColumns.VALID, VectorColumns.valid(features))
                .withColumn(VectorColumns.FEATURES, VectorColumns.vector(features)));
        return withLives(predicted)
                .drop(VectorColumns.VALID, VectorColumns.FEATURES, LifeFit.PREDICTION, LifeFit.QUANTILES);
    }

    private Dataset<Row> withLives(Dataset<Row> predicted) {
        if (!(regressor instanceof AFTSurvivalRegressionModel)) {
            return predicted.withColumn(LifeColumns.PREDICTED_LIFE, ifValid(col(LifeFit.PREDICTION)));
        }
        Column quantiles = VectorColumns.doubles(LifeFit.QUANTILES);
        Dataset<Row> rows = predicted.withColumn(LifeColumns.PREDICTED_LIFE, ifValid(quantiles.getItem(MEDIAN)));
        for (int i = 0; i < QUANTILES.size(); i++) {
            rows = rows.withColumn(QUANTILES.get(i), ifValid(quantiles.getItem(i)));
        }
        return rows;
    }

    private static Column ifValid(Column value) {
        return when(col(VectorColumns.VALID).and(value.between(-Double.MAX_VALUE, Double.MAX_VALUE)), value);
    }

    @Override
    public Map<String, Double> importances() {
        Optional<Vector> found = Importances.of(regressor);
        Map<String, Double> byName = new LinkedHashMap<>();
        found.ifPresent(vector -> {
            for (int i = 0; i < features.size(); i++) {
                byName.put(features.get(i), vector.apply(i));
            }
        });
        return byName;
    }

    @Override
    public LifeModelFormat format() {
        return new MllibLifeFormat();
    }

    @Override
    public String algorithm() {
        return algorithm;
    }
}
