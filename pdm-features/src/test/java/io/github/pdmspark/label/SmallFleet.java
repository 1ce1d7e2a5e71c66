package io.github.pdmspark.label;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.fleet.FleetHistoryBuilder;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** A fleet for tests, written down record by record; times are microseconds since the epoch. */
public final class SmallFleet {

    private static final StructType READINGS =
            new StructType().add("machine_id", "string").add("micros", "long").add("volt", "double");
    private static final StructType EVENTS =
            new StructType().add("machine_id", "string").add("micros", "long").add("component", "string");

    private final List<Row> readings = new ArrayList<>();
    private final List<Row> failures = new ArrayList<>();
    private final List<Row> maintenance = new ArrayList<>();
    private Optional<Instant> observedUntil = Optional.empty();
    private Optional<Duration> samplingPeriod = Optional.empty();
    private int partitions = 1;

    /** A reading. */
    public SmallFleet reading(String machine, long micros) {
        readings.add(RowFactory.create(machine, micros, 1.0));
        return this;
    }

    /** A failure. */
    public SmallFleet failure(String machine, long micros, String component) {
        failures.add(RowFactory.create(machine, micros, component));
        return this;
    }

    /** A maintenance record. */
    public SmallFleet maintenance(String machine, long micros, String component) {
        maintenance.add(RowFactory.create(machine, micros, component));
        return this;
    }

    /** Declares the end of observation. */
    public SmallFleet observedUntil(long micros) {
        observedUntil = Optional.of(Micros.instant(micros));
        return this;
    }

    /** Declares the sampling period. */
    public SmallFleet sampledEvery(Duration period) {
        samplingPeriod = Optional.of(period);
        return this;
    }

    /** Spreads every table over this many partitions, last record first. */
    public SmallFleet partitions(int count) {
        partitions = count;
        return this;
    }

    /** The history with a failure log. */
    public FleetHistory history(SparkSession spark) {
        return builder(spark).failures(failureLog(spark)).build();
    }

    /** The history without a failure log. */
    public FleetHistory historyWithoutFailureLog(SparkSession spark) {
        return builder(spark).build();
    }

    private FleetHistoryBuilder builder(SparkSession spark) {
        Telemetry telemetry = Telemetry.from(table(spark, readings, READINGS))
                .machineId("machine_id")
                .time("event_time")
                .sensors("volt");
        FleetHistoryBuilder builder = FleetHistory.builder()
                .telemetry(samplingPeriod.map(telemetry::sampledEvery).orElse(telemetry));
        if (!maintenance.isEmpty()) {
            builder.maintenance(MaintenanceLog.from(table(spark, maintenance, EVENTS))
                    .machineId("machine_id")
                    .time("event_time")
                    .component("component"));
        }
        observedUntil.ifPresent(builder::observedUntil);
        return builder;
    }

    private FailureLog failureLog(SparkSession spark) {
        return FailureLog.from(table(spark, failures, EVENTS))
                .machineId("machine_id")
                .time("event_time")
                .component("component")
                .minimumRepair(Duration.ZERO);
    }

    private Dataset<Row> table(SparkSession spark, List<Row> rows, StructType schema) {
        List<Row> reversed = new ArrayList<>(rows);
        java.util.Collections.reverse(reversed);
        return spark.createDataFrame(partitions == 1 ? rows : reversed, schema)
                .withColumn("event_time", functions.expr("timestamp_micros(micros)"))
                .drop("micros")
                .repartition(partitions);
    }
}
