package io.github.pdmspark.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.increment.IncrementalScoring;
import io.github.pdmspark.increment.SmallFleet;
import io.github.pdmspark.job.JobContext;
import io.github.pdmspark.job.JobResult;
import io.github.pdmspark.job.ScoreJob;
import io.github.pdmspark.spec.SpecDocument;
import io.github.pdmspark.storage.FleetReader;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scores day by day, and scores that follow, are those of the whole history where machines stand still. Machine 1 stands for
 * longer than any look-back, machine 2 for some hours of which the end is told later, machine 3 for good, and of machine 5
 * everything is told late.
 */
@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowedSuspensionsTest {

    private static final TimeRange RANGE = TimeRange.of("2015-02-10", "2015-02-13T06:00");
    private static final String FIRST = "(1, '2015-02-01 00:00:00', '2015-02-12 10:00:00')";
    private static final String SECOND = "(2, '2015-02-10 09:00:00', NULL), (3, '2015-02-10 00:00:00', NULL)";
    private static final String LATE =
            "(2, '2015-02-10 09:00:00', '2015-02-11 02:00:00'), (5, '2015-02-10 03:00:00', '2015-02-10 20:00:00')";

    private final SparkSession spark;
    private SmallFleet fleet;

    FollowedSuspensionsTest(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeAll
    void simulate(@TempDir Path folder) {
        fleet = SmallFleet.create(spark, folder);
        suspensions(FIRST + ", " + SECOND + ", " + LATE, "data");
    }

    @Test
    void daysAreTheWholeHistory() {
        IncrementalScoring scoring = IncrementalScoring.of(
                        fleet.scorer(),
                        range -> FleetReader.read(
                                spark, document(fleet, "days", "data").spec(), range),
                        fleet.table("days"))
                .build();
        SmallFleet.days().stream()
                .map(day -> day.end().isAfter(RANGE.end()) ? new TimeRange(day.start(), RANGE.end()) : day)
                .forEach(scoring::run);

        assertThat(fleet.rows("days")).isEqualTo(whole());
        assertThat(fleet.table("days").read().where("status = 'SUSPENDED'").count())
                .isEqualTo(10 + 3 + 12 + 3);
    }

    @Test
    void endThatIsToldLaterAndLateSuspensionsScoreAgain() {
        suspensions(FIRST, "landing");
        fleet.land("datetime < '2015-02-10 12:00'");
        follow();
        suspensions(SECOND, "landing");
        fleet.land("datetime >= '2015-02-10 12:00' and datetime < '2015-02-12'");
        assertThat((long) follow().values().get("scored_again")).isPositive();
        assertThat(suspended("machine_id = '2'")).isPositive();
        suspensions(LATE, "landing");
        fleet.land("datetime >= '2015-02-12' and datetime < '2015-02-13'");
        assertThat((long) follow().values().get("scored_again")).isPositive();

        assertThat(fleet.rows("scores")).isEqualTo(whole());
        assertThat(suspended("machine_id = '2'")).isEqualTo(3);
    }

    private long suspended(String which) {
        return fleet.table("scores")
                .read()
                .where(which)
                .where("status = 'SUSPENDED'")
                .count();
    }

    /** All telemetry read, no look-back. */
    private List<String> whole() {
        Dataset<Row> rows = fleet.scorer()
                .score(FleetReader.read(spark, document(fleet, "whole", "data").spec()), RANGE)
                .rows()
                .drop("run_id", "scored_at");
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private JobResult follow() {
        JobContext context = new JobContext(
                spark, document(fleet.withRecords("landing"), "scores", "landing"), step -> {}, Clock.systemUTC());
        return ScoreJob.follow(context, Optional.of(RANGE.start()), Instant.parse("2015-03-01T00:00:00Z"), step -> {});
    }

    private SpecDocument document(SmallFleet records, String name, String tables) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "sinks.scores",
                "{kind: parquet, path: " + fleet.path(name) + "}",
                "sinks.ledger",
                fleet.path(name + "-ledger"),
                "sinks.following",
                fleet.path(name + "-following")));
        settings.put(
                "sources.suspensions",
                "{from: {kind: parquet, path: " + fleet.path(tables + "/suspensions")
                        + "}, machine_id: machineID, time: stopped, until: started, zone: UTC, max_rejected_share: 0}");
        return records.document(settings);
    }

    private void suspensions(String rows, String tables) {
        spark.sql("select machineID, stopped, cast(started as string) as started from values " + rows
                        + " as x(machineID, stopped, started)")
                .coalesce(1)
                .write()
                .mode(SaveMode.Append)
                .parquet(fleet.path(tables + "/suspensions"));
    }
}
