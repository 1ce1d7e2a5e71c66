package io.github.pdmspark.dataset;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;

/** What the rows of a dataset mean; travels inside the Parquet schema, so that it cannot be parted from the rows. */
record Contents(FeatureSpec spec, List<String> components, Duration lead, Duration horizon) {

    private static final String KEY = "pdm.labelled_dataset";
    private static final String SPEC = "spec";
    private static final String COMPONENTS = "components";
    private static final String LEAD = "lead_micros";
    private static final String HORIZON = "horizon_micros";

    Contents {
        components = List.copyOf(components);
    }

    Contents withComponents(List<String> newComponents) {
        return new Contents(spec, newComponents, lead, horizon);
    }

    Metadata asMetadata() {
        Metadata fields = new MetadataBuilder()
                .putString(SPEC, spec.toJson())
                .putStringArray(COMPONENTS, components.toArray(String[]::new))
                .putLong(LEAD, Micros.of(lead))
                .putLong(HORIZON, Micros.of(horizon))
                .build();
        return new MetadataBuilder().putMetadata(KEY, fields).build();
    }

    static Contents readFrom(StructType schema, String path) {
        Metadata fields = Arrays.stream(schema.fields())
                .filter(field -> field.name().equals(LabelledDataset.ROW_STATUS)
                        && field.metadata().contains(KEY))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The Parquet files in '" + path
                        + "' are no labelled dataset. Write them with LabelledDataset.materialized(path)."))
                .metadata()
                .getMetadata(KEY);
        return new Contents(
                FeatureSpec.fromJson(fields.getString(SPEC)),
                List.of(fields.getStringArray(COMPONENTS)),
                micros(fields.getLong(LEAD)),
                micros(fields.getLong(HORIZON)));
    }

    private static Duration micros(long count) {
        return Duration.of(count, ChronoUnit.MICROS);
    }
}
