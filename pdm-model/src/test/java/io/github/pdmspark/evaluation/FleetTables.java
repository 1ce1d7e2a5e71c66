package io.github.pdmspark.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Tables for tests, written down row by row; times are ISO instants, components c0 and c1. */
final class FleetTables {

    private final SparkSession spark;
    private final List<Row> scores = new ArrayList<>();
    private final List<Row> failures = new ArrayList<>();
    private final List<Row> maintenance = new ArrayList<>();
    private final List<Row> errors = new ArrayList<>();
    private final List<Row> ends = new ArrayList<>();

    FleetTables(SparkSession spark) {
        this.spark = spark;
    }

    FleetTables score(String machine, String asOf, double c0, double c1) {
        scores.add(RowFactory.create(machine, asOf, "SCORED", c0, c1));
        return this;
    }

    FleetTables unscored(String machine, String asOf, String status) {
        scores.add(RowFactory.create(machine, asOf, status, null, null));
        return this;
    }

    FleetTables failure(String machine, String time, String component) {
        failures.add(RowFactory.create(machine, time, time, component));
        return this;
    }

    FleetTables failureKnown(String machine, String time, String known, String component) {
        failures.add(RowFactory.create(machine, time, known, component));
        return this;
    }

    FleetTables repair(String machine, String time, String known, String component) {
        maintenance.add(RowFactory.create(machine, time, known, component));
        return this;
    }

    FleetTables error(String machine, String time, String code) {
        errors.add(RowFactory.create(machine, time, time, code));
        return this;
    }

    FleetTables observed(String machine, String until) {
        ends.add(RowFactory.create(machine, until));
        return this;
    }

    Dataset<Row> scores() {
        StructType schema = text("machine_id", "as_of", "status")
                .add("score_c0", DataTypes.DoubleType)
                .add("score_c1", DataTypes.DoubleType);
        return spark.createDataFrame(scores, schema).withColumn("as_of", timestamp("as_of"));
    }

    Dataset<Row> failures() {
        return events(failures, "component");
    }

    Dataset<Row> maintenance() {
        return events(maintenance, "component");
    }

    Dataset<Row> errors() {
        return events(errors, "code");
    }

    Dataset<Row> ends() {
        return spark.createDataFrame(ends, text("machine_id", "end_of_observation"))
                .withColumn("end_of_observation", timestamp("end_of_observation"));
    }

    EventEvaluationBuilder evaluation() {
        return EventEvaluation.builder()
                .scores(scores())
                .components(List.of("c0", "c1"))
                .failures(failures())
                .maintenance(maintenance())
                .errors(errors())
                .endOfObservation(ends());
    }

    private Dataset<Row> events(List<Row> rows, String name) {
        return spark.createDataFrame(rows, text("machine_id", "event_time", "known_at", name))
                .withColumn("event_time", timestamp("event_time"))
                .withColumn("known_at", timestamp("known_at"));
    }

    private static org.apache.spark.sql.Column timestamp(String column) {
        return functions.col(column).cast("timestamp");
    }

    private static StructType text(String... columns) {
        StructType schema = new StructType();
        for (String column : columns) {
            schema = schema.add(column, DataTypes.StringType);
        }
        return schema;
    }
}
