package io.github.pdmspark.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.spec.SpecDocument;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class DayFoldersTest {

    private static final TimeRange RANGE = TimeRange.of("2015-01-02T06:00:00Z", "2015-01-03T06:00:00Z");

    private final SparkSession spark;

    @TempDir
    private Path folder;

    DayFoldersTest(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeEach
    void fourDays() {
        readings(96).write().partitionBy("day").parquet(path());
    }

    @Test
    void noOtherDayIsOpened() throws IOException {
        Path other = Files.createDirectories(folder.resolve("telemetry/day=2015-01-01"));
        Files.writeString(other.resolve("damaged.parquet"), "no Parquet");
        FleetHistory history = FleetReader.read(spark, spec(), RANGE);
        assertThat(history.telemetry().count()).isEqualTo(24);
        assertThatThrownBy(() -> FleetReader.read(spark, spec()))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("damaged.parquet");
    }

    @Test
    void folderWithoutTheseDaysIsReadWhole() {
        assertThat(DayFolders.read(spark, path(), "day", LocalDate.of(2016, 1, 1), LocalDate.of(2016, 1, 2)))
                .isEmpty();
        assertThat(DayFolders.read(spark, path(), "date", LocalDate.of(2015, 1, 1), LocalDate.of(2015, 1, 2)))
                .isEmpty();
        assertThat(DayFolders.read(spark, path() + "x", "day", LocalDate.of(2015, 1, 1), LocalDate.of(2015, 1, 2)))
                .isEmpty();
    }

    @Test
    void sensorThatIsNoLongerSentIsMissingThere() {
        readings(96)
                .where("event_time >= '2015-01-02'")
                .drop("volt")
                .write()
                .partitionBy("day")
                .option("partitionOverwriteMode", "dynamic")
                .mode(SaveMode.Overwrite)
                .parquet(path());
        FleetHistory history = FleetReader.read(spark, spec(), RANGE);
        assertThat(history.telemetry().where("volt is null").count()).isEqualTo(24);
    }

    private Dataset<Row> readings(int hours) {
        return spark.range(hours)
                .selectExpr(
                        "'m' as machine_id",
                        "timestamp'2015-01-01' + make_dt_interval(0, cast(id as int)) as event_time",
                        "cast(id as double) as volt",
                        "to_date(timestamp'2015-01-01' + make_dt_interval(0, cast(id as int))) as day");
    }

    private String path() {
        return folder.resolve("telemetry").toString();
    }

    private JobSpec spec() {
        String yaml = """
                sources:
                  telemetry: {from: {kind: parquet, path: %s}, machine_id: machine_id, time: event_time, sensors: [volt],
                    day: day}
                """.formatted(path());
        return SpecDocument.read("days.yaml", yaml, Map.of()).spec();
    }
}
