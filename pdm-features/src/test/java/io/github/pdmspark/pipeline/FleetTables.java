package io.github.pdmspark.pipeline;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.fleet.FleetHistoryBuilder;
import io.github.pdmspark.kernel.Fleet;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Suspensions;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The records of a {@link Fleet} as Spark tables and as a checked history. */
final class FleetTables {

    private final SparkSession spark;
    private final Fleet fleet;
    private final UnaryOperator<Dataset<Row>> change;

    /** Applies {@code change} to every table of dated records before it is read. */
    FleetTables(SparkSession spark, Fleet fleet, UnaryOperator<Dataset<Row>> change) {
        this.spark = spark;
        this.fleet = fleet;
        this.change = change;
    }

    FleetHistoryBuilder history(Optional<Duration> samplingPeriod) {
        Telemetry telemetry = Telemetry.from(change.apply(telemetry()))
                .machineId("m")
                .time("t")
                .knownAt("k")
                .sensors(fleet.sensors().toArray(String[]::new));
        FleetHistoryBuilder builder = FleetHistory.builder();
        if (!fleet.suspensions().isEmpty()) {
            builder.suspensions(Suspensions.from(change.apply(suspensions()))
                    .machineId("m")
                    .time("t")
                    .until("end"));
        }
        return builder.telemetry(samplingPeriod.map(telemetry::sampledEvery).orElse(telemetry))
                .errors(ErrorLog.from(change.apply(events(fleet.errors())))
                        .machineId("m")
                        .time("t")
                        .knownAt("k")
                        .code("name"))
                .maintenance(MaintenanceLog.from(change.apply(events(fleet.maintenance())))
                        .machineId("m")
                        .time("t")
                        .knownAt("k")
                        .component("name")
                        .action("action"))
                .machines(Machines.from(machines())
                        .machineId("m")
                        .categorical("model")
                        .numeric("age")
                        .validFrom("valid from")
                        .validTo("valid to")
                        .installedAt("installed"));
    }

    private Dataset<Row> telemetry() {
        StructType schema = dated();
        for (String sensor : fleet.sensors()) {
            schema = schema.add(sensor, DataTypes.DoubleType);
        }
        List<Row> rows = new ArrayList<>();
        for (Fleet.Reading reading : fleet.readings()) {
            List<Object> cells = key(reading.machine(), reading.time(), reading.knownAt());
            reading.values().forEach(value -> cells.add(value.isNaN() ? null : value));
            rows.add(RowFactory.create(cells.toArray()));
        }
        return spark.createDataFrame(rows, schema);
    }

    private Dataset<Row> events(List<Fleet.Event> events) {
        List<Row> rows = new ArrayList<>();
        for (Fleet.Event event : events) {
            List<Object> cells = key(event.machine(), event.time(), event.knownAt());
            cells.add(event.name());
            cells.add(event.action().isEmpty() ? null : event.action());
            rows.add(RowFactory.create(cells.toArray()));
        }
        return spark.createDataFrame(
                rows, dated().add("name", DataTypes.StringType).add("action", DataTypes.StringType));
    }

    private Dataset<Row> suspensions() {
        StructType schema = new StructType()
                .add("m", DataTypes.StringType)
                .add("t", DataTypes.TimestampType)
                .add("end", DataTypes.TimestampType);
        List<Row> rows = fleet.suspensions().stream()
                .map(s -> RowFactory.create(
                        s.machine(),
                        Micros.instant(s.start()),
                        s.end() == Long.MAX_VALUE ? null : Micros.instant(s.end())))
                .toList();
        return spark.createDataFrame(rows, schema);
    }

    private Dataset<Row> machines() {
        StructType schema = new StructType()
                .add("m", DataTypes.StringType)
                .add("model", DataTypes.StringType)
                .add("age", DataTypes.DoubleType)
                .add("valid from", DataTypes.TimestampType)
                .add("valid to", DataTypes.TimestampType)
                .add("installed", DataTypes.TimestampType);
        List<Row> rows = fleet.units().stream()
                .map(u -> RowFactory.create(
                        u.machine(),
                        u.model().orElse(null),
                        Double.isNaN(u.age()) ? null : (Double) u.age(),
                        u.validFrom() == Long.MIN_VALUE ? null : Micros.instant(u.validFrom()),
                        u.validTo() == Long.MAX_VALUE ? null : Micros.instant(u.validTo()),
                        u.installed().map(Micros::instant).orElse(null)))
                .toList();
        return spark.createDataFrame(rows, schema);
    }

    private static List<Object> key(String machine, long time, long knownAt) {
        List<Object> cells = new ArrayList<>();
        cells.add(machine);
        cells.add(Micros.instant(time));
        cells.add(Micros.instant(knownAt));
        return cells;
    }

    private static StructType dated() {
        return new StructType()
                .add("m", DataTypes.StringType)
                .add("t", DataTypes.TimestampType)
                .add("k", DataTypes.TimestampType);
    }
}
