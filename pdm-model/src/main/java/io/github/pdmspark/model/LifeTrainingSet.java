package io.github.pdmspark.model;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that a trainer of remaining lives learns from.
 *
 * @param rows the feature columns (double, no null, NaN or infinity), the life and its flag (no null)
 * @param features names of the feature columns, in the order that the model keeps
 * @param lifeColumn remaining life, double, zero or more
 * @param censoredColumn boolean: the life is a lower bound only
 */
public record LifeTrainingSet(Dataset<Row> rows, List<String> features, String lifeColumn, String censoredColumn) {

    public LifeTrainingSet {
        features = List.copyOf(features);
        if (features.isEmpty()) {
            throw new IllegalArgumentException("A training set needs at least one feature.");
        }
    }
}
