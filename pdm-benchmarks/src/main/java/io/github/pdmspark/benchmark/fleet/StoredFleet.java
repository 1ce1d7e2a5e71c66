package io.github.pdmspark.benchmark.fleet;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.simulator.Faults;
import io.github.pdmspark.simulator.FleetSimulator;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Five tables as Parquet folders, with the columns of the simulator; telemetry hourly, every column but the key a sensor.
 *
 * @param folder holds {@code telemetry}, {@code errors}, {@code maint}, {@code failures} and {@code machines}
 */
public record StoredFleet(Path folder) {

    /** The names of the five folders. */
    public static final List<String> TABLES = List.of("telemetry", "errors", "maint", "failures", "machines");
    /** The time between two readings. */
    public static final Duration SAMPLING_PERIOD = Duration.ofHours(1);

    /** A simulated fleet in a folder of its own below {@code parent}; one that is there already is used again. */
    public static StoredFleet simulated(SparkSession spark, Path parent, int machines, int days, Faults faults) {
        String name = "fleet-" + machines + "x" + days + (faults.equals(Faults.none()) ? "" : "-faults");
        StoredFleet fleet = new StoredFleet(parent.resolve(name));
        if (!fleet.isComplete()) {
            FleetSimulator.builder()
                    .machines(machines)
                    .days(days)
                    .faults(faults)
                    .build()
                    .writeParquet(spark, fleet.folder().toString());
        }
        return fleet;
    }

    /** The same fleet with other telemetry, in a folder beside this one; one that is there already is used again. */
    public StoredFleet withTelemetry(String suffix, Dataset<Row> telemetry) {
        StoredFleet other = new StoredFleet(folder.resolveSibling(folder.getFileName() + "-" + suffix));
        if (!other.isComplete()) {
            SparkSession spark = telemetry.sparkSession();
            for (String table : TABLES.subList(1, TABLES.size())) {
                table(spark, table).coalesce(1).write().mode(SaveMode.Overwrite).parquet(other.path(table));
            }
            telemetry.write().mode(SaveMode.Overwrite).parquet(other.path("telemetry"));
        }
        return other;
    }

    /** Where a table lies. */
    public String path(String table) {
        return folder.resolve(table).toString();
    }

    /** A table as it is stored. */
    public Dataset<Row> table(SparkSession spark, String table) {
        return spark.read().parquet(path(table));
    }

    /** The names of the sensors. */
    public List<String> sensors(SparkSession spark) {
        return Arrays.stream(table(spark, "telemetry").columns())
                .filter(name -> !name.equals("datetime") && !name.equals("machineID"))
                .toList();
    }

    /** The validated history; measures all tables. */
    public FleetHistory history(SparkSession spark) {
        return FleetHistory.builder()
                .telemetry(Telemetry.from(table(spark, "telemetry"))
                        .machineId("machineID")
                        .time("datetime")
                        .sensors(sensors(spark).toArray(String[]::new))
                        .sampledEvery(SAMPLING_PERIOD))
                .errors(ErrorLog.from(table(spark, "errors"))
                        .machineId("machineID")
                        .time("datetime")
                        .code("errorID"))
                .maintenance(MaintenanceLog.from(table(spark, "maint"))
                        .machineId("machineID")
                        .time("datetime")
                        .component("comp"))
                .failures(FailureLog.from(table(spark, "failures"))
                        .machineId("machineID")
                        .time("datetime")
                        .component("failure"))
                .machines(Machines.from(table(spark, "machines"))
                        .machineId("machineID")
                        .categorical("model")
                        .numeric("age"))
                .build();
    }

    private boolean isComplete() {
        return TABLES.stream()
                .allMatch(table -> Files.exists(folder.resolve(table).resolve("_SUCCESS")));
    }
}
