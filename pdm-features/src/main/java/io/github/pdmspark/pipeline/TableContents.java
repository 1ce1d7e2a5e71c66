package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.schema.Identifiers;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;

/** What the rows of a feature table mean; travels inside the schema, and so inside the Parquet files. */
final class TableContents {

    private static final String KEY = "pdm.feature_table";
    private static final String SPEC = "spec";
    private static final String FINGERPRINT = "fingerprint";
    private static final String NAMES = "names";

    private TableContents() {}

    /** The same rows with the specification and its fingerprint at the column {@code feature_status}. */
    static Dataset<Row> mark(Dataset<Row> rows, FeatureSpec spec) {
        Metadata contents = new MetadataBuilder()
                .putString(SPEC, spec.toJson())
                .putString(FINGERPRINT, spec.fingerprint())
                .putStringArray(NAMES, spec.featureNames().toArray(String[]::new))
                .build();
        Metadata metadata = new MetadataBuilder().putMetadata(KEY, contents).build();
        return rows.select(Arrays.stream(rows.schema().fieldNames())
                .map(name -> column(name, metadata))
                .toArray(Column[]::new));
    }

    private static Column column(String name, Metadata metadata) {
        Column column = Identifiers.column(name);
        return name.equals(FeatureColumns.FEATURE_STATUS) ? column.as(name, metadata) : column;
    }

    /** The specification that {@link #mark} stored; empty where there is none. */
    static Optional<FeatureSpec> read(StructType schema) {
        return Arrays.stream(schema.fields())
                .filter(field -> field.name().equals(FeatureColumns.FEATURE_STATUS)
                        && field.metadata().contains(KEY))
                .map(field ->
                        FeatureSpec.fromJson(field.metadata().getMetadata(KEY).getString(SPEC)))
                .findFirst();
    }
}
