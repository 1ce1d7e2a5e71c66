package io.github.pdmspark.local;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.local.PlainFleet.Happening;
import io.github.pdmspark.local.PlainFleet.Stop;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Suspensions;
import io.github.pdmspark.table.Telemetry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The {@link PlainFleet} as tables. */
final class PlainFleetTables {

    private static final StructType EVENTS = new StructType()
            .add("machine", DataTypes.StringType)
            .add("at", DataTypes.TimestampType)
            .add("known", DataTypes.TimestampType)
            .add("name", DataTypes.StringType);
    private static final StructType READINGS = new StructType()
            .add("machine", DataTypes.StringType)
            .add("at", DataTypes.TimestampType)
            .add("volt", DataTypes.DoubleType)
            .add("heat.1", DataTypes.DoubleType);

    private PlainFleetTables() {}

    static FleetHistory history(SparkSession spark) {
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(readings(spark))
                        .machineId("machine")
                        .time("at")
                        .sampledEvery(Duration.ofHours(3))
                        .sensors("volt", "heat.1"))
                .errors(ErrorLog.from(events(spark, PlainFleet::errors))
                        .machineId("machine")
                        .time("at")
                        .knownAt("known")
                        .code("name"))
                .maintenance(MaintenanceLog.from(events(spark, PlainFleet::maintenance))
                        .machineId("machine")
                        .time("at")
                        .knownAt("known")
                        .component("name"))
                .failures(FailureLog.from(events(spark, PlainFleet::failures))
                        .machineId("machine")
                        .time("at")
                        .component("name"))
                .suspensions(Suspensions.from(stops(spark))
                        .machineId("machine")
                        .time("at")
                        .until("known"))
                .machines(
                        Machines.from(spark.sql("select concat('m', id) as machine, if(id % 2 = 0, 'A', 'B') as model,"
                                        + " cast(if(id = 2, null, id) as double) as weight from range(1, 7)"))
                                .machineId("machine")
                                .categorical("model")
                                .numeric("weight"))
                .build();
    }

    private static Dataset<Row> readings(SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        for (int machine = 1; machine <= PlainFleet.MACHINES; machine++) {
            String name = PlainFleet.name(machine);
            PlainFleet.readings(
                    machine,
                    (time, values) -> rows.add(
                            RowFactory.create(name, Timestamp.from(time), values.get("volt"), values.get("heat.1"))));
        }
        return spark.createDataFrame(rows, READINGS);
    }

    private static Dataset<Row> stops(SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        for (int machine = 1; machine <= PlainFleet.MACHINES; machine++) {
            for (Stop stop : PlainFleet.stops(machine)) {
                rows.add(RowFactory.create(
                        PlainFleet.name(machine),
                        Timestamp.from(stop.start()),
                        stop.end().map(Timestamp::from).orElse(null),
                        null));
            }
        }
        return spark.createDataFrame(rows, EVENTS);
    }

    private static Dataset<Row> events(SparkSession spark, IntFunction<List<Happening>> events) {
        List<Row> rows = new ArrayList<>();
        for (int machine = 1; machine <= PlainFleet.MACHINES; machine++) {
            for (Happening event : events.apply(machine)) {
                rows.add(RowFactory.create(
                        PlainFleet.name(machine),
                        Timestamp.from(event.time()),
                        Timestamp.from(event.knownAt()),
                        event.name()));
            }
        }
        return spark.createDataFrame(rows, EVENTS);
    }
}
