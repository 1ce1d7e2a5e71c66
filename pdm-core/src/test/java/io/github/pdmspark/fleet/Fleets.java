package io.github.pdmspark.fleet;

import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import java.time.ZoneOffset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Small tables for the tests of this package, each from rows of SQL literals. */
final class Fleets {

    private Fleets() {}

    static Dataset<Row> rows(SparkSession spark, String columns, String... rows) {
        return spark.sql("select * from values " + String.join(", ", rows) + " as t(" + columns + ")");
    }

    static Telemetry telemetry(SparkSession spark, String... rows) {
        return Telemetry.from(rows(spark, "machineID, datetime, volt", rows))
                .machineId("machineID")
                .time("datetime")
                .sensors("volt");
    }

    static Telemetry someTelemetry(SparkSession spark) {
        return telemetry(spark, "('1', '2015-01-01 06:00:00', '170.5')", "('2', '2015-01-01 06:00:00', '165.0')");
    }

    static ErrorLog errors(SparkSession spark, String... rows) {
        return ErrorLog.from(rows(spark, "m, t, e", rows))
                .machineId("m")
                .time("t")
                .code("e");
    }

    static MaintenanceLog maintenance(SparkSession spark, String... rows) {
        return MaintenanceLog.from(rows(spark, "m, t, c", rows))
                .machineId("m")
                .time("t")
                .component("c");
    }

    static FailureLog failures(SparkSession spark, String... rows) {
        return FailureLog.from(rows(spark, "m, t, c", rows))
                .machineId("m")
                .time("t")
                .component("c");
    }

    static Machines machines(SparkSession spark, String... rows) {
        return Machines.from(rows(spark, "m, model, age", rows))
                .machineId("m")
                .categorical("model")
                .numeric("age");
    }

    static FleetHistoryBuilder utc() {
        return FleetHistory.builder().zone(ZoneOffset.UTC);
    }
}
