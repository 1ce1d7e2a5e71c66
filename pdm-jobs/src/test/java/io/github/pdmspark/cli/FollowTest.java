package io.github.pdmspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** New records re-score what they touch; the table is then the one of a run over everything. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class FollowTest {

    private static final String FIRST = "2015-02-18";
    private static final String LATE_READINGS = "machine_id <= '3' and event_time >= timestamp'2015-02-22 04:00:00'"
            + " and event_time < timestamp'2015-02-22 22:00:00'";
    private static final String NEW_READINGS = "event_time >= timestamp'2015-02-24'";
    private static final String LATE_REPAIR = "machine_id = '5'";

    @TempDir
    private Path folder;

    @Test
    void touchedRowsAreScoredAgainAndNoOthers(SparkSession spark) throws IOException {
        CommandFleet fleet = CommandFleet.trained(spark, folder);
        score(fleet, "landing", "whole", "2015-02-27T06:00");
        Dataset<Row> telemetry =
                spark.read().parquet(fleet.path("landing/telemetry")).where("event_time < timestamp'2015-02-27'");
        Dataset<Row> maintenance = spark.read().parquet(fleet.path("landing/maintenance"));

        fleet.copyTables("landing", "growing");
        fleet.delete("growing/maintenance");
        append(maintenance.where("not (" + LATE_REPAIR + ")"), fleet.path("growing/maintenance"));
        appendByDay(
                telemetry.where("not (" + NEW_READINGS + " or " + LATE_READINGS + ")"),
                fleet.path("growing/telemetry"));
        follow(fleet);
        List<String> early = fleet.rows("followed");
        assertThat(follow(fleet).get("batches").asInt()).as("nothing arrived").isZero();

        appendByDay(telemetry.where(LATE_READINGS), fleet.path("growing/telemetry"));
        JsonNode late = follow(fleet);
        assertThat(late.get("touched").asLong())
                .as(
                        "three machines, from the last reading before to a day after the last late one: 03:00 to 21:00 next day")
                .isEqualTo(3 * 7);
        assertThat(rewritten(fleet)).isEqualTo(3 * 7);
        assertThat(fleet.rows("followed")).hasSameSizeAs(early).isNotEqualTo(early);

        append(maintenance.where(LATE_REPAIR), fleet.path("growing/maintenance"));
        appendByDay(telemetry.where(NEW_READINGS), fleet.path("growing/telemetry"));
        follow(fleet);
        assertThat(fleet.rows("followed")).isEqualTo(fleet.rows("whole"));

        List<String> files = fleet.files("followed");
        forgetLastCommit(fleet.path("checkpoint"));
        JsonNode replay = follow(fleet);
        assertThat(replay.get("batches").asInt()).isEqualTo(1);
        assertThat(replay.get("touched").asLong()).isPositive();
        assertThat(fleet.files("followed")).as("a replayed micro-batch").isEqualTo(files);
    }

    private static long rewritten(CommandFleet fleet) {
        Dataset<Row> scores = fleet.scores("followed");
        Object latest = scores.selectExpr("max(scored_at)").head().get(0);
        return scores.where(scores.col("scored_at").equalTo(latest)).count();
    }

    private static void score(CommandFleet fleet, String landing, String table, String to) throws IOException {
        fleet.expect(
                ExitCode.OK,
                "score",
                "--landing",
                fleet.path(landing),
                "--from",
                FIRST,
                "--to",
                to,
                "--results_data",
                fleet.path(table),
                "--set",
                "scoring.late_tolerance=0s");
    }

    private static JsonNode follow(CommandFleet fleet) throws IOException {
        return fleet.expect(
                ExitCode.OK,
                "score",
                "--landing",
                fleet.path("growing"),
                "--from",
                FIRST,
                "--follow",
                fleet.path("checkpoint"),
                "--results_data",
                fleet.path("followed"));
    }

    private static void append(Dataset<Row> rows, String path) {
        rows.coalesce(1).write().mode("append").parquet(path);
    }

    private static void appendByDay(Dataset<Row> rows, String path) {
        rows.coalesce(1).write().mode("append").partitionBy("day").parquet(path);
    }

    /** As if the JVM had ended between publishing and the note that the micro-batch is done. */
    private static void forgetLastCommit(String checkpoint) throws IOException {
        try (Stream<Path> commits = Files.list(Path.of(checkpoint, "commits"))) {
            Path last = commits.filter(file -> file.getFileName().toString().matches("\\d+"))
                    .max(Comparator.comparingInt(
                            file -> Integer.parseInt(file.getFileName().toString())))
                    .orElseThrow();
            Files.delete(last);
            Files.deleteIfExists(last.resolveSibling("." + last.getFileName() + ".crc"));
        }
    }
}
