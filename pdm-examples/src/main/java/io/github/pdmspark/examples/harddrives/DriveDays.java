package io.github.pdmspark.examples.harddrives;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.to_date;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.ParquetFiles;
import io.github.pdmspark.table.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One row a drive a day. The reading of a day counts as taken when the day begins; {@code failure = 1} says that the day was
 * the drive's last, so it failed when the day ended.
 */
final class DriveDays {

    static final String COMPONENT = "drive";
    static final Duration DAY = Duration.ofDays(1);

    private static final List<String> KEYS = List.of("date", "serial_number", "model", "capacity_bytes", "failure");

    private final SparkSession spark;
    private final Dataset<Row> days;

    DriveDays(SparkSession spark, Path folder) {
        this.spark = spark;
        this.days = CsvFiles.withCommas().read(spark, folder.toString());
    }

    /** How full the raw SMART columns are on the days before {@code until}, in the order of the files. Runs one Spark job. */
    List<SensorFill> fill(Instant until) {
        String firstUnseen = LocalDate.ofInstant(until, ZoneOffset.UTC).toString();
        List<String> raw = Arrays.stream(days.columns())
                .filter(name -> name.startsWith("smart_") && name.endsWith("_raw"))
                .toList();
        Column[] filled =
                raw.stream().map(name -> count(nullif(col(name), lit("")))).toArray(Column[]::new);
        Row found = days.where(col("date").lt(firstUnseen))
                .agg(count(lit(1)), filled)
                .head();
        return IntStream.range(0, raw.size())
                .mapToObj(i -> new SensorFill(raw.get(i), found.getLong(i + 1), found.getLong(0)))
                .toList();
    }

    /** The history with these sensors; the columns that it needs are stored as Parquet before, as every job reads them again. */
    FleetHistory history(List<String> sensors, Path stored) {
        Column[] needed = Stream.concat(KEYS.stream(), sensors.stream())
                .map(name -> col(name))
                .toArray(Column[]::new);
        days.select(needed).write().parquet(stored.toString());
        return history(ParquetFiles.read(spark, stored.toString()), sensors);
    }

    // region history
    private static FleetHistory history(Dataset<Row> days, List<String> sensors) {
        Dataset<Row> failures = days.where("failure = '1'")
                .select(
                        col("serial_number"),
                        date_add(to_date(col("date")), 1).as("failed_at"),
                        lit(COMPONENT).as("component"));
        Dataset<Row> drives = days.groupBy("serial_number")
                .agg(min("model").as("model"), min("capacity_bytes").as("capacity_bytes"));
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(days)
                        .machineId("serial_number")
                        .time("date")
                        .sensors(sensors.toArray(String[]::new))
                        .sampledEvery(DAY))
                .failures(FailureLog.from(failures)
                        .machineId("serial_number")
                        .time("failed_at")
                        .component("component"))
                .machines(Machines.from(drives)
                        .machineId("serial_number")
                        .categorical("model")
                        .numeric("capacity_bytes"))
                .build();
    }
    // endregion
}
