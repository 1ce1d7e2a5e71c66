package io.github.pdmspark.mllib;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.imputation.FeatureValues;
import java.util.Collections;
import java.util.List;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Column;

/** From named feature columns to the one vector column of MLlib, and names of the columns in between. */
final class VectorColumns {

    static final String FEATURES = "__pdm_features";
    static final String VALID = "__pdm_valid";
    static final String LABEL = "__pdm_label";
    static final String WEIGHT = "__pdm_weight";
    static final String PROBABILITY = "__pdm_probability";

    private VectorColumns() {}

    /** Whether all features are finite numbers. */
    static Column valid(List<String> features) {
        return FeatureValues.joined(
                features.stream().map(FeatureValues::isPresent).toList(), Column::and);
    }

    /** The features in order; zeros where {@link #valid} is false, as MLlib takes a null for an ordinary value. */
    static Column vector(List<String> features) {
        Column values = array(features.stream().map(FeatureValues::value).toArray(Column[]::new));
        Column zeros = array(Collections.nCopies(features.size(), lit(0.0)).toArray(Column[]::new));
        return functions.array_to_vector(when(valid(features), values).otherwise(zeros));
    }

    /** The vector of a classifier as an array of doubles. */
    static Column doubles(String vectorColumn) {
        return functions.vector_to_array(col(vectorColumn), "float64");
    }
}
