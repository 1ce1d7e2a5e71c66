package io.github.pdmspark.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.io.Resources;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SpecException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecDocumentTest {

    private static final String TELEMETRY =
            "sources: {telemetry: {from: {kind: parquet, path: t}, machine_id: m, time: t, sensors: {volt: v}}}\n";

    private static String fleet() throws IOException {
        return Resources.toString(Resources.getResource(SpecDocumentTest.class, "fleet.yaml"), StandardCharsets.UTF_8);
    }

    private static SpecDocument read(String text) {
        return SpecDocument.read("job.yaml", text, Map.of());
    }

    private static List<Problem> problems(String text) {
        return catchThrowableOfType(SpecException.class, () -> read(text)).problems();
    }

    @Test
    void everySectionBecomesARecord() throws IOException {
        JobSpec spec = read(fleet()).spec();
        assertThat(spec.zone()).contains(ZoneId.of("UTC"));
        assertThat(spec.sources().telemetry().from()).isEqualTo(new SourceSpec.Csv("data/telemetry.csv.gz", ','));
        assertThat(spec.sources().telemetry().sensors().columns())
                .containsOnlyKeys("volt", "rotate", "pressure", "vibration");
        assertThat(spec.features().orElseThrow().compute()).hasSize(5);
        assertThat(spec.label().orElseThrow().label().horizon()).isEqualTo(Duration.ofHours(24));
        assertThat(spec.split().orElseThrow().testFrom()).isEqualTo(Instant.parse("2015-11-15T00:00:00Z"));
        assertThat(spec.trainer().orElseThrow()).isEqualTo(new TrainerSpec.RandomForest(60, 10, 1, 1.0, "auto", 42));
        assertThat(spec.policy().orElseThrow()).isEqualTo(new PolicySpec.Tuned(0.25, 2, 3, Duration.ofDays(1)));
        assertThat(spec.scoring().orElseThrow().lateTolerance()).isEqualTo(Duration.ofDays(2));
        assertThat(spec.sinks().orElseThrow().scores()).contains(new SinkSpec.Parquet("out/scores", 10));
    }

    @Test
    void jsonIsReadLikeYaml() throws IOException {
        SpecDocument yaml = read(fleet());
        assertThat(read(yaml.resolved()).resolved()).isEqualTo(yaml.resolved());
        assertThat(read(yaml.resolved()).spec()).isEqualTo(yaml.spec());
    }

    @Test
    void allProblemsAreNamedWithLineAndPath() {
        List<Problem> found = problems("""
                zone: Mars
                sources:
                  telemetry:
                    from: {kind: parket, path: t}
                    machine_id: m
                    sensor: [volt]
                    time: t
                    sensors: []
                featurs: {}
                label: {horizon: soon, lead: 3}
                trainer: {kind: random_forest, trees: 0, depth: ten, seed: 1}
                """);
        assertThat(found)
                .extracting(Problem::message)
                .containsExactly(
                        "job.yaml line 1: zone: 'Mars' is no time zone.",
                        "job.yaml line 4: sources.telemetry.from.kind: 'parket' does not exist. Did you mean 'parquet'?",
                        "job.yaml line 6: sources.telemetry: there is no key 'sensor'. Did you mean 'sensors'?",
                        "job.yaml line 8: sources.telemetry.sensors: the list is empty.",
                        "job.yaml line 9: there is no key 'featurs'. Did you mean 'features'?",
                        "job.yaml line 10: label.horizon: 'soon' is no duration.",
                        "job.yaml line 10: label.lead: '3' is no duration.",
                        "job.yaml line 11: trainer.trees: 0.0 is too small.",
                        "job.yaml line 11: trainer.depth: 'ten' is no whole number.");
    }

    @Test
    void suspensionsAndTimesOfMachinesAreRead() {
        String machines = "  machines: {from: {kind: parquet, path: m}, machine_id: m, valid_from: a, valid_to: b,"
                + " installed_at: c, complete: true}\n";
        JobSpec spec = read("sources:\n  telemetry: {from: {kind: parquet, path: t}, machine_id: m, time: t,"
                        + " sensors: [v]}\n  suspensions: {from: {kind: parquet, path: s}, machine_id: m, time:"
                        + " {column: a, format: epoch_seconds}, until: b, zone: Europe/Berlin, max_rejected_share:"
                        + " 0.1}\n" + machines)
                .spec();

        assertThat(spec.sources().suspensions().orElseThrow().until()).isEqualTo("b");
        assertThat(spec.sources().suspensions().orElseThrow().zone()).contains(ZoneId.of("Europe/Berlin"));
        assertThat(spec.sources().machines().orElseThrow().complete()).isTrue();
        assertThat(spec.sources().machines().orElseThrow().validFrom()).contains("a");
        assertThat(spec.sources().machines().orElseThrow().validTo()).contains("b");
        assertThat(spec.sources().machines().orElseThrow().installedAt()).contains("c");
        assertThat(
                        problems(
                                "sources: {telemetry: {from: {kind: parquet, path: t}, machine_id: m, time: t, sensors: [v]},"
                                        + " suspensions: {from: {kind: parquet, path: s}, machine_id: m, time: a, known_at: k}}"))
                .extracting(Problem::message)
                .containsExactly(
                        "job.yaml line 1: sources.suspensions: there is no key 'known_at'.",
                        "job.yaml line 1: sources.suspensions: 'until' is missing.");
    }

    @Test
    void missingKeyIsNamedWithWhatItMeans() {
        assertThat(problems("sources: {telemetry: {machine_id: m, time: t, sensors: [v]}}")
                        .get(0)
                        .toString())
                .isEqualTo("PDM_SPEC_MISSING_KEY job.yaml line 1: sources.telemetry: 'from' is missing.\n"
                        + "Fix: add it: Where the rows come from.");
    }

    @Test
    void whatASchemaCannotSayIsCheckedToo() {
        assertThat(problems(TELEMETRY + "policy: {kind: fixed, threshold: 0.5, k: 3, n: 2}")
                        .get(0)
                        .message())
                .startsWith("job.yaml line 2: policy: kOfN needs 1 <= k <= n");
        assertThat(problems(
                                TELEMETRY
                                        + "sinks: {scores: {kind: jdbc, table: s, database: {url: 'jdbc:x://h/d?password=CANARY'}}}")
                        .get(0)
                        .message())
                .contains("sinks.scores.database: The url holds a user or a password.")
                .doesNotContain("CANARY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"model: '{{job.parameters.model}}'", "model: {{job.parameters.model}}", "model: \"a/{{x}}\""})
    void unfilledParametersAreRefused(String line) {
        assertThat(problems(TELEMETRY + line).get(0).message())
                .startsWith("job.yaml line 2: model: ")
                .contains("is a parameter that nobody filled in");
    }

    @Test
    void brokenTextIsNamedWithItsLine() {
        assertThat(problems("sources:\n  telemetry: [\n").get(0).message())
                .startsWith("job.yaml line 3: this is neither YAML nor JSON: ");
        assertThat(problems("- a").get(0).message()).contains("is no mapping");
        assertThat(problems("zone: UTC\nzone: UTC\n" + TELEMETRY).get(0).message())
                .isEqualTo("job.yaml line 2: zone: the key stands here twice.");
    }

    @Test
    void emptyDocumentLacksItsSources() {
        assertThat(problems("").get(0).condition()).isEqualTo(ErrorCondition.PDM_SPEC_MISSING_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&a [*a]", "{a: &a {b: *a}}"})
    void aliasThatHoldsItselfIsRefused(String text) {
        assertThat(problems(TELEMETRY + "features: " + text)).isNotEmpty();
    }

    @Test
    void aliasesThatStandForMillionsOfValuesAreRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 [1, 1]\n");
        for (int i = 1; i < 24; i++) {
            text.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(i, i - 1));
        }

        assertThat(problems(TELEMETRY + text))
                .anyMatch(problem -> problem.toString().contains("its aliases stand for more than 100000 values."));
    }

    @Test
    void settingsReplaceAndAdd() {
        Map<String, String> settings = Map.of(
                "sources.telemetry.from.path", "elsewhere",
                "label.horizon", "7d",
                "features", "{every: 12h, compute: [{kind: machine_attributes}]}");
        JobSpec spec = SpecDocument.read("job.yaml", TELEMETRY, settings).spec();
        assertThat(spec.sources().telemetry().from()).isEqualTo(new SourceSpec.Parquet("elsewhere"));
        assertThat(spec.label().map(LabelSpec::horizon)).isEqualTo(Optional.of(Duration.ofDays(7)));
        assertThat(spec.features().orElseThrow().every()).isEqualTo(Duration.ofHours(12));
    }

    /** A key named like a secret stays readable, and what a secret may look like is said. */
    @Test
    void secretInTheWrongPlaceOrFormIsExplained() {
        assertThat(problems(
                        "sources: {telemetry: {from: {kind: jdbc, table: t, password: p, database: {url: 'jdbc:x://h/d', user: reader}},"
                                + " machine_id: m, time: t, sensors: [v]}}"))
                .extracting(Problem::message, Problem::fix)
                .contains(
                        tuple(
                                "job.yaml line 1: sources.telemetry.from: there is no key 'password'.",
                                "the keys here are kind, database, table, partitions."),
                        tuple(
                                "job.yaml line 1: sources.telemetry.from.database.user: 'reader' is not one of the forms that are"
                                        + " allowed here.",
                                "write {env: ...} or {file: ...}."));
    }

    @Test
    void wrongSettingIsNamed() {
        assertThatThrownBy(() -> SpecDocument.read("job.yaml", TELEMETRY, Map.of("label.horizn", "7d")))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("--set label.horizn: label: there is no key 'horizn'. Did you mean 'horizon'?");
        assertThatThrownBy(() -> SpecDocument.read("job.yaml", TELEMETRY, Map.of("model", "{{model}}")))
                .hasMessageContaining("nobody filled in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model: s3a://AKIA:c4n4ry@bucket/m",
                "sinks: {reports: 'wasbs://u:c4n4ry@host/r'}",
                "sinks: {scores: {kind: parquet, path: 'hdfs://u:c4n4ry@nn:8020/t'}}"
            })
    void addressWithAPasswordIsRefusedWithoutIt(String line) {
        assertThatThrownBy(() -> read(TELEMETRY + line))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("the address holds a user and a password")
                .hasMessageContaining(line.startsWith("model") ? "model" : "sinks.")
                .hasMessageNotContaining("c4n4ry");
    }

    @Test
    void addressOfAnAccountIsNoPassword() {
        String path = "abfss://container@account.dfs.core.windows.net/models/a:b@v3";
        assertThat(read(TELEMETRY + "model: " + path).spec().model()).contains(path);
    }

    @ParameterizedTest
    @CsvSource({"no,no", "012,012", "1:30,1:30", "2015-01-01,2015-01-01", "1e3,1E+3", "'~/a','~/a'"})
    void textStaysWhatWasWritten(String written, String expected) {
        JobSpec spec = read(TELEMETRY + "model: " + written).spec();
        assertThat(spec.model()).contains(expected);
    }

    @Test
    void fingerprintDependsOnTheNamedSectionsOnly() throws IOException {
        SpecDocument one = read(fleet());
        SpecDocument other = SpecDocument.read("job.yaml", fleet(), Map.of("sinks.reports", "elsewhere"));
        assertThat(other.fingerprint("sources", "features")).isEqualTo(one.fingerprint("sources", "features"));
        assertThat(other.fingerprint("sinks")).isNotEqualTo(one.fingerprint("sinks"));
    }

    @Test
    void publishedSchemaIsTheOneInTheDocumentation() throws IOException {
        JsonNode schema = new JsonMapper().readTree(JobSpec.schema());
        assertThat(schema.get("$schema").asText()).contains("2020-12");
        java.nio.file.Path docs = java.nio.file.Path.of("../docs/reference/job.schema.json");
        assertThat(java.nio.file.Files.readString(docs).strip())
                .isEqualTo(Resources.toString(
                                Resources.getResource(JobSpec.class, "job.schema.json"), StandardCharsets.UTF_8)
                        .strip());
    }
}
