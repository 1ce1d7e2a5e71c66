package io.github.pdmspark.model;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that a trainer learns from.
 *
 * @param rows the feature columns (double, no null, NaN or infinity), the label and the weight (both double, no null)
 * @param features names of the feature columns, in the order that the model keeps
 * @param classes names of the classes; the first is {@link Target#NONE}
 * @param labelColumn column with the index into {@code classes}
 * @param weightColumn column with the weight of the row, more than zero
 */
public record TrainingSet(
        Dataset<Row> rows, List<String> features, List<String> classes, String labelColumn, String weightColumn) {

    public TrainingSet {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
        if (features.isEmpty()) {
            throw new IllegalArgumentException("A training set needs at least one feature.");
        }
        if (classes.size() < 2 || !classes.get(0).equals(Target.NONE)) {
            throw new IllegalArgumentException(
                    "A training set needs the class 'none' followed by at least one component, but has " + classes
                            + ".");
        }
    }
}
