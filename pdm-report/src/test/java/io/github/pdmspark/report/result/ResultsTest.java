package io.github.pdmspark.report.result;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.dataset.RowStatus;
import io.github.pdmspark.dataset.Waterfall;
import io.github.pdmspark.evaluation.EpisodeOutcome;
import io.github.pdmspark.evaluation.FailureOutcome;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.LabelStatus;
import io.github.pdmspark.model.ScoreStatus;
import io.github.pdmspark.monitoring.FeatureDrift;
import io.github.pdmspark.quality.Finding;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.split.Slice;
import io.github.pdmspark.split.SliceRows;
import io.github.pdmspark.split.SplitReport;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class ResultsTest {

    private static final Instant START = Instant.parse("2015-01-01T00:00:00Z");

    private final SparkSession spark;
    private final Notebook notebook =
            Notebook.titled("Results", new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    private final Results results = Results.in(notebook);

    ResultsTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void qualityIsToldInWords() {
        FleetHistory history = FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(
                                spark.sql("select 'P-1' as pump, timestamp'2015-01-01 00:00:00Z' + i * interval 1 hour"
                                        + " as at, if(i = 5, -999D, 1D * i) as volt from range(50) as x(i)"))
                        .machineId("pump")
                        .time("at")
                        .sensors("volt")
                        .sentinels(-999)
                        .sampledEvery(Duration.ofHours(1)))
                .build();

        results.quality(history.quality());

        assertThat(notebook.html())
                .contains("How many rows does each table have, and what became of them?", "failures (not given)")
                .contains("What was noticed in the data?", "values taken as missing", "-999")
                .doesNotContain("SENTINEL", "MISSING");
    }

    @Test
    void rowsThatCannotBeUsedSayWhy() {
        results.rows(new Waterfall(
                Arrays.stream(RowStatus.values())
                        .map(status -> new Waterfall.Step(status, 10))
                        .toList(),
                List.of(new Waterfall.ClassRows("NEGATIVE", 8), new Waterfall.ClassRows("comp1", 2)),
                0));

        assertThat(notebook.html())
                .contains("too many readings missing", "horizon not observed", "comp1")
                .doesNotContain("NEGATIVE");
    }

    @Test
    void splitIsAStripATableAndBars() {
        results.split(new SplitReport(
                List.of(slice(Slice.TRAIN, 0), slice(Slice.GAP_BEFORE_TEST, 10), slice(Slice.TEST, 20))));

        assertThat(notebook.html())
                .contains(
                        "What does the model learn from, and what is it tested on?",
                        "How many rows does each slice hold?",
                        "Is every slice as unbalanced as the others?",
                        ">gap<");
    }

    @Test
    void scoresAreToldInWords() {
        results.scores(
                spark.sql("select * from values"
                        + " ('1', timestamp'2015-01-02 00:00:00Z', 'SCORED', 0.9D, 'comp1', 'm'),"
                        + " ('2', timestamp'2015-01-02 00:00:00Z', 'SCORED', 0.1D, 'comp2', 'm'),"
                        + " ('1', timestamp'2015-01-03 00:00:00Z', 'LOW_COVERAGE', null, null, 'm')"
                        + " as t(machine_id, as_of, status, score, top_component, model_id)"),
                1);

        assertThat(notebook.html())
                .contains("too many readings missing", "First 1 rows; there are more.", "comp1")
                .doesNotContain("LOW_COVERAGE", "comp2");
    }

    @Test
    void everyCodeHasWordsOfItsOwn() {
        Stream.of(
                        Arrays.stream(RowStatus.values()).map(Words::of),
                        Arrays.stream(ScoreStatus.values()).map(Words::of),
                        Arrays.stream(LabelStatus.values()).map(Words::of),
                        Arrays.stream(EpisodeOutcome.values()).map(Words::of),
                        Arrays.stream(FailureOutcome.values()).map(Words::of),
                        Arrays.stream(FeatureDrift.Verdict.values()).map(Words::of),
                        Arrays.stream(Finding.Severity.values()).map(Words::of))
                .map(Stream::toList)
                .forEach(words -> assertThat(words)
                        .doesNotHaveDuplicates()
                        .allSatisfy(text -> assertThat(text).doesNotContain("_").matches("[a-z].*")));
    }

    @Test
    void codesOfAColumnBecomeWordsAndOthersStay() {
        Dataset<Row> codes = spark.sql("select explode(array('TRUE', 'UNDETERMINED', 'else')) as code");

        assertThat(codes.select(Words.of(col("code"), EpisodeOutcome.values(), Words::of))
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("right", "not known yet", "else");
    }

    private static SliceRows slice(Slice slice, int day) {
        Instant first = START.plus(Duration.ofDays(day));
        return new SliceRows(slice, 100, 90, 5, Optional.of(first), Optional.of(first.plus(Duration.ofDays(9))));
    }
}
