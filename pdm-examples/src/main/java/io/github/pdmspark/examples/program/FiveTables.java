package io.github.pdmspark.examples.program;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.ParquetFiles;
import io.github.pdmspark.table.Telemetry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The history of a fleet from five files with the column names of Microsoft's sample. */
public final class FiveTables {

    private final SparkSession spark;
    private final Path folder;

    /** The files telemetry, errors, maint, failures and machines of a folder, CSV or Parquet. */
    public FiveTables(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    /** Checks the tables; runs a few Spark jobs. */
    public FleetHistory history() {
        return history(table("errors"));
    }

    /**
     * The same with every visit of maintenance also in the error log, as code {@code visit}: machines are looked after at regular
     * intervals, so the time since the last visit says more than the times since each component was replaced.
     */
    public FleetHistory historyWithVisits() {
        Dataset<Row> visits = table("maint")
                .select(col("datetime"), col("machineID"), lit("visit").as("errorID"))
                .distinct();
        return history(
                table("errors").select("datetime", "machineID", "errorID").union(visits));
    }

    // region history
    private FleetHistory history(Dataset<Row> errors) {
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(table("telemetry"))
                        .machineId("machineID")
                        .time("datetime")
                        .sensors("volt", "rotate", "pressure", "vibration")
                        .sampledEvery(Duration.ofHours(1)))
                .errors(ErrorLog.from(errors)
                        .machineId("machineID")
                        .time("datetime")
                        .code("errorID"))
                .maintenance(MaintenanceLog.from(table("maint"))
                        .machineId("machineID")
                        .time("datetime")
                        .component("comp"))
                .failures(FailureLog.from(table("failures"))
                        .machineId("machineID")
                        .time("datetime")
                        .component("failure"))
                .machines(Machines.from(table("machines"))
                        .machineId("machineID")
                        .categorical("model")
                        .numeric("age"))
                .build();
    }
    // endregion

    private Dataset<Row> table(String name) {
        Path parquet = folder.resolve(name);
        if (Files.isDirectory(parquet)) {
            return ParquetFiles.read(spark, parquet.toString());
        }
        Path csv = Stream.of(".csv", ".csv.gz")
                .map(ending -> folder.resolve(name + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new SchemaException(new Problem(
                        ErrorCondition.PDM_PATH_NOT_FOUND,
                        "There is no table '" + name + "' in " + folder + ": neither " + name + ".csv nor " + name
                                + ".csv.gz nor a Parquet folder " + name + ".",
                        "-Dpdm.data needs telemetry, errors, maint, failures and machines.")));
        return CsvFiles.withCommas().read(spark, csv.toString());
    }
}
