package io.github.pdmspark.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.testing.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class QuickstartTest {

    private final SparkSession spark;

    @TempDir
    private Path folder;

    QuickstartTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    @Tag("slow")
    void smallFleetGivesReportModelScoresAndVerdict() throws IOException {
        String printed = run(settings(Optional.empty()));

        assertThat(printed).contains("How many rows does each table have", "How many failures did alarms announce");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("<svg")
                .doesNotContain("<script");
        JsonNode verdict = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("evaluation.json").toFile());
        assertThat(verdict.at("/events/failures").asInt()).isPositive();
        assertThat(verdict.at("/events/detected").asInt()).isPositive();
        for (String name : new String[] {"detectionRate", "medianLeadHours", "falseAlarmsPerMachineYear"}) {
            assertThat(verdict.at("/events/" + name).isNumber()).as(name).isTrue();
        }
        assertThat(verdict.at("/rows/macroF1").isNumber()).isTrue();
        Dataset<Row> scores = spark.read().parquet(folder.resolve("scores").toString());
        assertThat(scores.where("status = 'SCORED' and score is null").count()).isZero();
        assertThat(ModelBundle.load(spark, folder.resolve("model").toString()).policy())
                .isPresent();
    }

    @Test
    void missingTableIsNamed() {
        assertThatThrownBy(() -> run(settings(Optional.of(folder))))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("There is no table 'errors'")
                .hasMessageContaining("errors.csv.gz");
    }

    @Test
    void unreadableSettingNamesItself() {
        System.setProperty("pdm.horizon", "24h");
        try {
            assertThatThrownBy(() -> Settings.fromSystemProperties("quickstart"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("-Dpdm.horizon=24h cannot be read")
                    .hasMessageContaining("PT24H");
        } finally {
            System.clearProperty("pdm.horizon");
        }
    }

    private String run(Settings settings) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            new Quickstart(spark, settings, out).run();
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Settings settings(Optional<Path> data) {
        return new Settings(
                data, folder, Optional.empty(), Optional.empty(), Duration.ofHours(24), Duration.ofDays(7), 15, 150, 7);
    }
}
