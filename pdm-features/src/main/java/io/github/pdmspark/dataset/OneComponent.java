package io.github.pdmspark.dataset;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.label.LabelColumns;
import io.github.pdmspark.label.LabelStatus;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Labels of all components become those of one. */
final class OneComponent {

    private OneComponent() {}

    static Dataset<Row> of(Dataset<Row> rows, String component) {
        Column positive = col(LabelColumns.LABEL_STATUS).equalTo(LabelStatus.POSITIVE.name());
        Column fails = array_contains(col(LabelColumns.LABEL_COMPONENTS), component);
        Column isFirst = col(LabelColumns.LABEL).equalTo(component);
        Column status = when(positive.and(fails), LabelStatus.POSITIVE.name())
                .when(positive, LabelStatus.NEGATIVE.name())
                .otherwise(col(LabelColumns.LABEL_STATUS));
        return rows.withColumn(LabelColumns.HOURS_TO_FAILURE, when(isFirst, col(LabelColumns.HOURS_TO_FAILURE)))
                .withColumn(LabelColumns.LABEL_STATUS, status)
                .withColumn(LabelColumns.LABEL, when(fails, lit(component)))
                .withColumn(
                        LabelColumns.LABEL_COMPONENTS,
                        when(fails, array(lit(component))).otherwise(array().cast("array<string>")));
    }
}
