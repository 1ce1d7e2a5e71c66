package io.github.pdmspark.dataset;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** A labelled dataset for tests, written down row by row; one feature, {@code age}; components comp1 and comp2. */
public final class DatasetRows {

    /** How the feature was made. */
    public static final FeatureSpec SPEC = new FeatureSpec(
            Cadence.every(Duration.ofHours(1)), List.of(new NumericAttribute("age")), Optional.empty(), 0.8);

    private static final StructType SCHEMA = new StructType()
            .add("machine_id", "string")
            .add("micros", "long")
            .add("row_status", "string")
            .add("label", "string");

    private final List<Row> rows = new ArrayList<>();

    /** A usable row without a failure. */
    public DatasetRows negative(String machine, long asOf) {
        return add(machine, asOf, "USABLE", null);
    }

    /** A usable row with a failure of a component. */
    public DatasetRows positive(String machine, long asOf, String component) {
        return add(machine, asOf, "USABLE", component);
    }

    /** A row that cannot train. */
    public DatasetRows unusable(String machine, long asOf, RowStatus status) {
        return add(machine, asOf, status.name(), null);
    }

    private DatasetRows add(String machine, long asOf, String status, String label) {
        rows.add(RowFactory.create(machine, asOf, status, label));
        return this;
    }

    /** The dataset in this many partitions. */
    public LabelledDataset dataset(SparkSession spark, Duration lead, Duration horizon, int partitions) {
        return new LabelledDataset(
                spark.createDataFrame(rows, SCHEMA)
                        .repartition(partitions)
                        .select(
                                functions.col("machine_id"),
                                functions.expr("timestamp_micros(micros)").as("as_of"),
                                functions.lit("OK").as("feature_status"),
                                functions.lit(1.0).as("coverage"),
                                functions.lit(5.0).as("age"),
                                functions.col("row_status"),
                                functions
                                        .expr("if(row_status <> 'USABLE', row_status, "
                                                + "if(label is null, 'NEGATIVE', 'POSITIVE'))")
                                        .as("label_status"),
                                functions.col("label"),
                                functions
                                        .expr("if(label is null, cast(array() as array<string>), array(label))")
                                        .as("label_components"),
                                functions.lit(null).cast("double").as("hours_to_failure")),
                new Contents(SPEC, List.of("comp1", "comp2"), lead, horizon));
    }
}
