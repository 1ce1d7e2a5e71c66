package io.github.pdmspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pdmspark.increment.HaltingJvm;
import io.github.pdmspark.increment.RunStep;
import io.github.pdmspark.job.JobContext;
import io.github.pdmspark.job.JobListener;
import io.github.pdmspark.job.ScoreJob;
import io.github.pdmspark.spec.SpecDocument;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code scripts/story/run} shows on a real fleet, on a small one: whatever happens on the way, the same table. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryTest {

    private static final String FROM = "2015-02-20";
    private static final String TO = "2015-02-26";

    private final SparkSession spark;
    private CommandFleet fleet;
    private List<String> whole = List.of();

    StoryTest(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeAll
    void scoreTheWholeTime(@TempDir Path folder) throws IOException {
        fleet = CommandFleet.trained(spark, folder);
        score("landing", "batch", FROM, TO);
        whole = fleet.rows("batch");
    }

    @Test
    void daysAreOneRunBitForBitAndDaysAgainChangeNothing() throws IOException {
        assertThat(daily("landing", "days", FROM, TO).get("published").asInt()).isEqualTo(6);
        assertThat(fleet.rows("days"))
                .as("six machines, eight days, four times a day")
                .hasSize(6 * 8 * 4)
                .isEqualTo(whole);
        assertThat(daily("landing", "days", "2015-02-21", "2015-02-24")
                        .get("unchanged")
                        .asInt())
                .isEqualTo(3);
        assertThat(fleet.rows("days")).isEqualTo(whole);
    }

    @Test
    void runThatWasKilledHalfWayIsRunAgain() throws IOException, InterruptedException {
        daily("landing", "killed", FROM, "2015-02-24");
        List<String> before = fleet.rows("killed");
        HaltingJvm.run(Path.of(fleet.path("killed.log")), Killed.class, fleet.path(""), "2015-02-24", "2015-02-25");
        assertThat(fleet.rows("killed")).isEqualTo(before);
        daily("landing", "killed", "2015-02-24", TO);
        assertThat(fleet.rows("killed")).isEqualTo(whole);
    }

    @Test
    void readingsThatComeLateAreInTheTableInTheEnd() throws IOException {
        String late = fleet.path("late-landing");
        fleet.copyTables("landing", "late-landing");
        spark.read()
                .parquet(fleet.path("landing") + "/telemetry")
                .where("not (machine_id <= '3' and event_time >= timestamp'2015-02-22 04:00:00'"
                        + " and event_time < timestamp'2015-02-22 22:00:00')")
                .write()
                .partitionBy("day")
                .parquet(late + "/telemetry");
        daily("late-landing", "late", FROM, "2015-02-23");
        assertThat(fleet.rows("late")).isNotEqualTo(whole);
        assertThat(whole).doesNotContainAnyElementsOf(rowsThatDiffer("late"));
        daily("landing", "late", "2015-02-23", TO);
        assertThat(fleet.rows("late")).isEqualTo(whole);
    }

    @Test
    void modelOfAnotherFleetIsRefusedWithTheNames() {
        int code = fleet.run(
                "score", "--from", FROM, "--to", TO, "--set", "sources.telemetry.sensors=[volt, rotate, pressure]");
        assertThat(code).isEqualTo(ExitCode.FAILURE.code());
        assertThat(fleet.progress()).contains("vibration");
    }

    private List<String> rowsThatDiffer(String table) {
        List<String> differing =
                fleet.rows(table).stream().filter(row -> !whole.contains(row)).toList();
        assertThat(differing).allMatch(row -> row.contains("2015-02-22")).isNotEmpty();
        return differing;
    }

    private JsonNode daily(String landing, String table, String from, String to) throws IOException {
        return score(landing, table, from, to, "--every", "1d");
    }

    private JsonNode score(String landing, String table, String from, String to, String... more) throws IOException {
        String[] arguments = {
            "score",
            "--landing",
            fleet.path(landing),
            "--from",
            from,
            "--to",
            to,
            "--results_data",
            fleet.path(table),
            "--set",
            "sinks.ledger='" + fleet.path(table + "-ledger") + "'"
        };
        return fleet.expect(ExitCode.OK, CommandFleet.with(more, arguments));
    }

    /** A day in a JVM of its own, which ends when the rows are written and not yet published. */
    static final class Killed {

        private Killed() {}

        public static void main(String[] arguments) throws IOException {
            String folder = arguments[0];
            Map<String, String> settings = Map.of(
                    "sinks.scores.path", "'" + folder + "/killed'", "sinks.ledger", "'" + folder + "/killed-ledger'");
            SpecDocument document = SpecDocument.read(
                            "pdm.yaml", Files.readString(Path.of(folder, "pdm.yaml")), settings)
                    .landedIn(folder + "/landing");
            ScoreJob.run(
                    new JobContext(LocalSpark.session(), document, JobListener.logging(), Clock.systemUTC()),
                    Optional.of(Instant.parse(arguments[1] + "T00:00:00Z")),
                    Instant.parse(arguments[2] + "T00:00:00Z"),
                    Optional.empty(),
                    HaltingJvm.at(RunStep.CHECKED));
        }
    }
}
