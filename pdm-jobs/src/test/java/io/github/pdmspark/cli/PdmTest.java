package io.github.pdmspark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.io.Resources;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.testing.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalSpark.class)
class PdmTest {

    private final SparkSession spark;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path spec = Path.of("");

    PdmTest(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeEach
    void specification() throws IOException {
        String text = Resources.toString(Resources.getResource(JobSpec.class, "fleet.yaml"), StandardCharsets.UTF_8)
                .replace("data/telemetry.csv.gz", "data/telemetry.csv")
                .replace("data/", folder + "/fleet/")
                .replace("out/", folder + "/out/");
        spec = Files.writeString(folder.resolve("pdm.yaml"), text);
    }

    private int pdm(String... args) {
        out.reset();
        err.reset();
        return Pdm.run(
                spark,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    private JsonNode result() throws IOException {
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1);
        return new JsonMapper().readTree(text);
    }

    private String page() throws IOException {
        try (var files = Files.list(folder.resolve("out/reports"))) {
            Path page = files.filter(file -> file.toString().endsWith(".html"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(page).replaceAll("(?s)<style.*?</style>", "");
        }
    }

    private String progress() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void simulatedFleetIsChecked() throws IOException {
        assertThat(pdm("simulate", "--machines", "2", "--days", "10", "--out", folder + "/fleet"))
                .isZero();
        assertThat(result().get("machines").asInt()).isEqualTo(2);
        assertThat(pdm("validate", "--spec", spec.toString(), "--write", folder + "/landing"))
                .isZero();
        assertThat(result().get("tables").get(0).get("accepted").asLong()).isGreaterThan(450);
        assertThat(progress()).contains("read ...", "step=read seconds=", " telemetry=", "step=write");
        assertThat(folder.resolve("landing/telemetry/day=2015-01-03")).isDirectory();
        try (var reports = Files.list(folder.resolve("out/reports"))) {
            assertThat(reports.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")))
                    .hasSize(2)
                    .allMatch(name -> name.matches("validate-\\d+T\\d+Z\\.(json|html)"));
        }
        assertThat(page())
                .contains(
                        "Run of validate",
                        "all is well",
                        "How many rows does each table have, and what became of them?")
                .doesNotContain("{table=", "rows_in");

        assertThat(pdm("validate", "--spec", spec.toString(), "--landing", folder + "/landing"))
                .isZero();
        JsonNode again = result();
        assertThat(again.get("tables").get(0).get("rows_in").asLong())
                .isEqualTo(again.get("tables").get(0).get("accepted").asLong());
    }

    @Test
    void findingsAreExitCodeOne() throws IOException {
        pdm("simulate", "--machines", "1", "--days", "10", "--out", folder + "/fleet");
        Path errors = folder.resolve("fleet/errors.csv");
        Files.writeString(errors, Files.readString(errors) + "not a time,1,error1\n");
        assertThat(pdm("validate", "--spec", spec.toString())).isEqualTo(ExitCode.FINDINGS.code());
        assertThat(result().get("findings").get(0).get("rule").asText()).isEqualTo("TIME_UNREADABLE");
    }

    @Test
    void misspeltKeyIsExitCodeTwo() throws IOException {
        Files.writeString(spec, Files.readString(spec).replace("sampled_every", "sampled_evry"));
        assertThat(pdm("validate", "-s", spec.toString())).isEqualTo(ExitCode.USAGE.code());
        assertThat(progress())
                .contains("line 9: sources.telemetry: there is no key 'sampled_evry'."
                        + " Did you mean 'sampled_every'?");
        assertThat(out.size()).isZero();
    }

    @Test
    void missingFilesAreAllNamed() {
        assertThat(pdm("validate", "-s", spec.toString())).isEqualTo(ExitCode.FAILURE.code());
        assertThat(progress())
                .contains("PDM_PATH_NOT_FOUND sources.telemetry.from: There is no file to read at")
                .contains("sources.machines.from: There is no file to read at");
    }

    @Test
    void databaseThatCannotBeReachedIsNamedWithoutItsPassword() {
        String source = "{kind: jdbc, table: errors, database: {url: 'jdbc:postgresql://127.0.0.1:1/fleet'}}";
        pdm("simulate", "--machines", "1", "--days", "10", "--out", folder + "/fleet");
        assertThat(pdm("validate", "-s", spec.toString(), "--set", "sources.errors.from=" + source))
                .isEqualTo(ExitCode.FAILURE.code());
        assertThat(progress()).contains("127.0.0.1:1").doesNotContain("\tat ");
    }

    @Test
    void missingSpecificationIsNamedWithTheNearestFolder() {
        assertThat(pdm("train", "--spec", folder + "/none/pdm.yaml")).isEqualTo(ExitCode.USAGE.code());
        assertThat(progress()).contains("There is no specification", "The folder " + folder + " is there.");
    }

    @Test
    void dryRunPrintsTheResolvedSpecificationAndReadsNothing() throws IOException {
        int code = pdm(
                "score",
                "-s",
                spec.toString(),
                "--dry-run",
                "--start_date",
                "2015-11-15",
                "--to_date",
                "2015-11-16",
                "--results_data",
                "elsewhere",
                "--set",
                "trainer.trees=3");
        assertThat(code).isZero();
        JsonNode plan = result();
        assertThat(plan.get("writes_from").asText()).isEqualTo("2015-11-13T00:00:00Z");
        assertThat(plan.at("/specification/sinks/scores/path").asText()).isEqualTo("elsewhere");
        assertThat(plan.at("/specification/trainer/trees").asInt()).isEqualTo(3);
        assertThat(plan.at("/specification/trainer/min_instances_per_node").asInt())
                .isEqualTo(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void sectionThatACommandNeedsIsNamed() {
        assertThat(pdm("train", "-s", spec.toString(), "--set", "trainer=")).isEqualTo(ExitCode.USAGE.code());
        assertThat(progress()).contains("'trainer' is missing; train needs it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--from={{job.parameters.from}}", "--set=model={{m}}", "{{command}}"})
    void unfilledParametersAreRefusedBeforeAnything(String argument) {
        assertThat(pdm("score", argument)).isEqualTo(ExitCode.USAGE.code());
        assertThat(progress()).contains("is a parameter that nobody filled in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--from=soon", "--every=often", "--such"})
    void wrongOptionsAreExitCodeTwo(String option) {
        assertThat(pdm("score", option)).isEqualTo(ExitCode.USAGE.code());
        assertThat(progress()).contains("Usage: pdm score");
    }

    @Test
    void followingHasNoSlices() {
        assertThat(pdm("score", "-s", spec.toString(), "--follow", "--every", "1d"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(progress()).contains("--every cuts a range into runs, but --follow has none");
    }

    @Test
    void taskThrowsAndLeavesTheSession() {
        assertThatThrownBy(() -> ScoreTask.main(new String[] {"--spec", folder + "/none.yaml"}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pdm score ended with exit code 2");
        assertThat(spark.range(3).count()).isEqualTo(3);
    }

    @Test
    void doctorKnowsTheSession() throws IOException {
        pdm("doctor");
        JsonNode found = result();
        assertThat(found.get("spark").asText()).isEqualTo(spark.version());
        assertThat(found.get("session").asText()).isEqualTo("classic");
        assertThat(found.get("mllib").asBoolean()).isTrue();
        assertThat(found.get("session_zone").asText()).isEqualTo("UTC");
    }

    @Test
    void sessionOfSparkConnectIsRefusedBeforeAnything() {
        assertThatThrownBy(() -> Sessions.requireDedicated("org.apache.spark.sql.connect.SparkSession", "score"))
                .hasMessageContaining("PDM_NEEDS_DEDICATED_COMPUTE 'pdm score' needs dedicated compute");
        Sessions.requireDedicated(spark.getClass().getName(), "score");
    }

    @Test
    void secretsAreMasked() {
        assertThat(Shown.text("jdbc:x://user:CANARY@host and password=CANARY; token: CANARY \u0007"))
                .doesNotContain("CANARY")
                .isEqualTo("jdbc:x://***@host and password=***; token: *** ?");
    }
}
