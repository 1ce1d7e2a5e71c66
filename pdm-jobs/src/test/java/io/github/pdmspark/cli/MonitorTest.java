package io.github.pdmspark.cli;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitorTest {

    private static final String COSTS =
            "missed_failure: 100, planned_repair: 10, useless_visit: 1, unused_life_per_day: 0.1";

    private final SparkSession spark;
    private CommandFleet fleet;
    private String landing = "";

    MonitorTest(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeAll
    void score(@TempDir Path folder) throws IOException {
        fleet = CommandFleet.trained(spark, folder);
        landing = fleet.path("landing");
        fleet.expect(ExitCode.OK, "score", "--landing", landing, "--from", "2015-02-15", "--to", "2015-03-01");
    }

    @Test
    void maturePredictionsAreJudgedAndTheOthersWait() throws IOException {
        JsonNode result = monitor("2015-02-28");
        assertThat(result.get("watermark").asText()).isEqualTo("2015-02-25T00:00:00Z");
        JsonNode matured = result.get("matured");
        assertThat(matured.get("first").asText()).isEqualTo("2015-02-13T00:00:00Z");
        assertThat(matured.get("last").asText()).isEqualTo("2015-02-25T00:00:00Z");
        assertThat(matured.get("predictions").asLong()).isEqualTo(6 * (12 * 4 + 1));
        assertThat(matured.get("waiting").asLong()).isEqualTo(6 * (3 * 4 - 1));
        assertThat(matured.get("report").isObject()).isTrue();
        assertThat(fleet.progress()).contains("wait for their answer", "columns:", "step=drift");
    }

    @Test
    void nothingIsMatureRightAfterTheFirstScores() throws IOException {
        JsonNode result = monitor("2015-02-14");
        assertThat(result.at("/matured/predictions").asLong()).isZero();
        assertThat(fleet.progress()).contains("only those up to 2015-02-11T00:00:00Z would be");
    }

    @Test
    void driftAndSilenceAreFindings() throws IOException {
        String drifted = fleet.path("drifted");
        fleet.copyTables("landing", "drifted");
        spark.read()
                .parquet(landing + "/telemetry")
                .where("machine_id <> '2' or event_time < timestamp'2015-02-25'")
                .withColumn("volt", expr("volt + if(event_time >= timestamp'2015-02-20', 500, 0)"))
                .write()
                .partitionBy("day")
                .parquet(drifted + "/telemetry");
        JsonNode result = fleet.expect(ExitCode.FINDINGS, "monitor", "--landing", drifted, "--now", "2015-02-28");
        assertThat(result.at("/drift/flagged").has("volt_mean_24h")).isTrue();
        assertThat(result.at("/drift/flagged").has("rotate_mean_24h")).isFalse();
        assertThat(result.at("/silent_machines/longest")).hasSize(1);
        assertThat(result.at("/silent_machines/longest/0").asText()).isEqualTo("2");
        assertThat(result.get("findings").toString()).contains("machines silent: 1", "features drifted");
    }

    @Test
    void alarmsThatWereVisitedAreKeptApart() throws IOException {
        spark.sql("select machine_id, component, event_time, 'NOTHING_FOUND' as outcome from values"
                        + " ('1', 'comp1', timestamp'2015-02-20') as t(machine_id, component, event_time)")
                .write()
                .parquet(fleet.path("visits"));
        JsonNode result = monitor(
                "2015-02-28", "--set", "monitoring.visits={kind: parquet, path: '" + fleet.path("visits") + "'}");
        assertThat(result.get("visits").has("prevented")).isTrue();
        assertThat(fleet.progress()).contains("left alone, a failure followed");
    }

    @Test
    void challengerIsJudgedOnWhatBothHaveScored() throws IOException {
        String challenger = fleet.path("challenger");
        String[] settings = {
            "--set", "model='" + challenger + "'", "--set", "trainer.iterations=1", "--set", "policy.threshold=1.0"
        };
        fleet.expect(ExitCode.OK, CommandFleet.with(settings, "train", "--landing", landing));
        String set = "monitoring.challenger={model: '" + challenger + "', " + COSTS + "}";
        assertThat(monitor("2015-02-28", "--set", set).at("/challenger/verdict").asText())
                .isEqualTo("UNDECIDED");
        assertThat(fleet.progress()).contains("There is no mature time that both");

        fleet.expect(
                ExitCode.OK,
                CommandFleet.with(
                        settings, "score", "--landing", landing, "--from", "2015-02-17", "--to", "2015-03-01"));
        JsonNode compared = monitor("2015-02-28", "--set", set).get("challenger");
        assertThat(compared.get("from").asText()).isEqualTo("2015-02-15T00:00:00Z");
        assertThat(compared.get("to").asText()).isEqualTo("2015-02-25T00:00:00Z");
        assertThat(compared.get("verdict").asText()).isIn("CHAMPION", "UNDECIDED");
        assertThat(fleet.progress()).contains("challenger minus champion: detection");
    }

    @Test
    void sectionThatIsMissingIsNamed() {
        assertThat(fleet.run("monitor", "--set", "monitoring=")).isEqualTo(ExitCode.USAGE.code());
        assertThat(fleet.progress()).contains("'monitoring' is missing; monitor needs it.");
    }

    /** The result, whatever the exit code says about the state of the fleet. */
    private JsonNode monitor(String now, String... more) throws IOException {
        fleet.run(CommandFleet.with(more, "monitor", "--landing", landing, "--now", now));
        return fleet.result();
    }
}
