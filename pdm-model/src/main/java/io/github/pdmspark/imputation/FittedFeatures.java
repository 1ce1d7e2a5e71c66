package io.github.pdmspark.imputation;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one pass over training rows finds out about their features.
 *
 * @param imputation how missing features are filled in
 * @param usual what is usual for each feature
 */
public record FittedFeatures(Imputation imputation, UsualValues usual) {

    /**
     * Learns from these rows, which must be training rows only; null, NaN and infinities count as missing. Runs one Spark job.
     *
     * @throws io.github.pdmspark.error.SchemaException if a feature column is missing or not a number
     */
    public static FittedFeatures fit(Dataset<Row> rows, List<String> features) {
        return FillFitting.fit(rows, features);
    }
}
