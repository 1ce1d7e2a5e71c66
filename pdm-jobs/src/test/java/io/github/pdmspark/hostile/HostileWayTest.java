package io.github.pdmspark.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.DecisionTreeTrainer;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.publication.Batch;
import io.github.pdmspark.publication.ParquetTable;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.HostileTexts;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** R18: thirty hostile texts as machine, sensor, component, batch and heading, from the file to the report, stay text. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class HostileWayTest {

    private static final List<String> HOSTILE = HostileTexts.inFiles();
    private static final List<String> COMPONENTS =
            List.of("<script>alert(1)</script>", "../${env:PATH}`; drop table y");

    @TempDir
    private Path folder;

    @Test
    void textStaysTextFromTheFileToTheReport(SparkSession spark) throws IOException {
        assertThat(HOSTILE).hasSize(30).doesNotHaveDuplicates();
        FleetHistory history = history(spark);
        FeaturePipeline pipeline = FeaturePipeline.builder()
                .every(Duration.ofHours(12))
                .rolling(Statistic.LAST)
                .over(Duration.ofHours(12))
                .build();
        LabelledDataset rows = LabelledDataset.of(history, pipeline, FailureLabel.within(Duration.ofDays(1)));
        String saved = folder.resolve("model").toString();
        Training.with(DecisionTreeTrainer.builder().depth(2).build()).on(rows).save(saved);
        ModelBundle bundle = ModelBundle.load(spark, saved);
        Dataset<Row> scores = ScoringPipeline.of(bundle)
                .runId(HOSTILE.get(20))
                .score(history, TimeRange.of("2015-01-03", "2015-01-04"))
                .rows();
        ParquetTable table = ParquetTable.at(spark, folder.resolve("scores").toString());
        for (String text : List.of(HOSTILE.get(10), HOSTILE.get(20))) {
            table.publish(new Batch(text, text, TimeRange.of("2015-01-03", "2015-01-04"), text), scores);
        }

        List<Row> published = table.read().where("run_id is not null").collectAsList();
        assertThat(bundle.spec().featureNames())
                .isEqualTo(HOSTILE.stream().map(name -> name + "_last_12h").toList());
        assertThat(bundle.target().components()).containsExactlyInAnyOrderElementsOf(COMPONENTS);
        assertThat(machines(published)).isEqualTo(new HashSet<>(HOSTILE));
        assertThat(published.get(0).<String>getAs("run_id")).isEqualTo(HOSTILE.get(20));
        assertHarmless(spark, report(history, table.read()));
    }

    private static Set<String> machines(List<Row> rows) {
        return rows.stream().map(row -> row.<String>getAs("machine_id")).collect(Collectors.toSet());
    }

    private String report(FleetHistory history, Dataset<Row> scores) {
        Notebook page = Notebook.titled(
                HOSTILE.get(20), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        HOSTILE.forEach(text -> page.section(text).text(text).code(text));
        return page.table(HOSTILE.get(21), Tables.of(scores, 100))
                .table("readings", Tables.of(history.telemetry(), 100))
                .text(history.quality().toString())
                .html();
    }

    private void assertHarmless(SparkSession spark, String html) throws IOException {
        assertThat(html)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert", "<img src=x");
        assertThat(System.getProperty("pdm.pwned")).isNull();
        assertThat(spark.catalog().tableExists("y")).isFalse();
        try (Stream<Path> beside = Files.list(folder.toAbsolutePath().getParent())) {
            assertThat(beside.map(path -> path.getFileName().toString())).doesNotContain("m", "passwd");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            assertThat(inside.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("telemetry.csv", "failures.csv", "model", "scores");
        }
    }

    private FleetHistory history(SparkSession spark) throws IOException {
        String header = "\"m,`;.${x}\",\"select\","
                + HOSTILE.stream().map(HostileWayTest::quoted).collect(Collectors.joining(","));
        String readings = HOSTILE.stream()
                .flatMap(machine -> IntStream.range(0, 12)
                        .mapToObj(i -> quoted(machine) + ",2015-01-"
                                + String.format("%02d", 1 + i / 2) + " " + (i % 2 == 0 ? "01" : "13") + ":00:00"
                                + ",%d".formatted(i).repeat(HOSTILE.size())))
                .collect(Collectors.joining("\n"));
        String failures = IntStream.range(0, HOSTILE.size())
                .mapToObj(i -> quoted(HOSTILE.get(i)) + ",2015-01-0" + (3 + i % 3) + " 06:00:00,"
                        + quoted(COMPONENTS.get(i % 2)))
                .collect(Collectors.joining("\n"));
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(csv(spark, "telemetry.csv", header, readings))
                        .machineId("m,`;.${x}")
                        .time("select")
                        .sensors(HOSTILE.toArray(String[]::new)))
                .failures(FailureLog.from(csv(spark, "failures.csv", "m,t,from", failures))
                        .machineId("m")
                        .time("t")
                        .component("from"))
                .build();
    }

    private Dataset<Row> csv(SparkSession spark, String name, String header, String lines) throws IOException {
        Path file = Files.writeString(folder.resolve(name), header + "\n" + lines + "\n");
        return CsvFiles.withCommas().read(spark, file.toString());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
