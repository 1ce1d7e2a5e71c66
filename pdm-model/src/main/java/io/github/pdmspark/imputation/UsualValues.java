package io.github.pdmspark.imputation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is usual for each feature in the training rows: the yardstick for reasons such as "3.1 sd above".
 *
 * @param features one entry per feature, in feature order
 */
public record UsualValues(@JsonProperty(required = true) List<UsualValue> features) {

    public UsualValues {
        features = List.copyOf(features);
    }

    /** Measures these rows, which must be training rows only; null, NaN and infinities do not count. Runs one Spark job. */
    public static UsualValues fit(Dataset<Row> rows, List<String> features) {
        return new UsualValues(FillFitting.usual(rows, features));
    }

    /** The entry of one feature. */
    public Optional<UsualValue> of(String feature) {
        return features.stream()
                .filter(usual -> usual.feature().equals(feature))
                .findFirst();
    }
}
