package io.github.pdmspark.examples.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.local.LocalScore;
import io.github.pdmspark.testing.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs all programs on one small fleet; every cell that a reader expects is there. */
@ExtendWith(LocalSpark.class)
@Tag("slow")
class NotebooksTest {

    private final SparkSession spark;
    private final PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    NotebooksTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void wholeStoryHasEveryCell() throws IOException {
        EvaluationReport report = new EndToEnd(spark, settings(15, 150), out).run();

        assertThat(report.events().counts().detected()).isPositive();
        assertCells(
                "raw-data.html",
                "How many rows does each table have, and what became of them?",
                "Are the sensors whole and in their usual range?",
                "Which weeks lack readings, on the machines with the fewest?",
                "How old are the machines of each model?",
                "How often does each error occur?",
                "How often is each component replaced?",
                "How often does each component fail?",
                "read in a month?",
                "What happened to machine ",
                "Which sensor announces the failure of which component?",
                "How many errors come in the 24 hours before a failure?",
                "How long does a component last?");
        assertCells(
                "features.html",
                "What does the feature table look like?",
                "Which values do the features have?",
                "Is there one row per machine and time?",
                "How long ago was each component replaced?",
                "How does the model see a machine's attributes?",
                "Where does the first failure of machine ",
                "Which rows can be used, and why not the others?",
                "How many usable rows precede a failure of each component?",
                "When do the labels of four machines say that a component fails?",
                "What does the model learn from, and what is it tested on?",
                "Is every slice as unbalanced as the others?");
        assertCells(
                "training.html",
                "Which features does the model use most?",
                "What does each threshold cost on the calibration slice?",
                "How many failures did alarms announce, and how many alarms were false?",
                "always alarm",
                "Which class did each row get?",
                "Which share of what came (rows) was called what (columns)?",
                "How good is each class?",
                "And all together?",
                "How many rows before a failure are found, at which precision?",
                "Does a failure come as often as its score says? On the line it does");
        assertCells(
                "scores.html",
                "What does the score table look like?",
                "What became of the rows to score?",
                "Which machines are most at risk, by their latest score?",
                "rise before its failures?",
                "What happened to machine ",
                "Which failures were announced?",
                "How long before the failure did the alarm come?",
                "How many alarms of each month were right?",
                "Why were the strongest alarms raised?",
                "Which features changed most since training?",
                "Is it more than chance?");
        assertCells("schedule.html", "What did each run do?", "unchanged", "What do readers of the table see?");
        assertCells("local.html", "What does the plain JVM say?");
        assertCells("index.html", "What was done?", "href=\"scores.html\"", "How many failures did alarms announce");
        plainJvmSaysTheSame();
    }

    @Test
    void ownThingsHaveEveryCell() throws IOException {
        LabelledDataset pumps = new OwnColumnNames(spark, settings(8, 120), out).run();
        Story story = Story.of(spark, settings(8, 120));
        Dataset<Row> scores = new OwnFeature(story, out).run();
        EvaluationReport report = new OwnModel(story, story.dataset(), out).run();

        assertThat(pumps.features()).contains("pressure_mean_24h", "vibration_coverage_24h", "type_is_model3", "years");
        assertThat(pumps.rows().where("vibration_coverage_24h < 1").count()).isPositive();
        assertThat(scores.where("status = 'SCORED' and score is not null").count())
                .isPositive();
        assertThat(report.events().counts().failures()).isPositive();
        assertCells(
                "own-columns.html",
                "What do the readings look like?",
                "What was noticed in the data?",
                "values taken as missing",
                "What are the features called?",
                "And the rows?");
        assertCells("own-feature.html", "How long did the vibration rise without a break?", "What does it say?");
        assertCells(
                "own-model.html",
                "How many failures did alarms announce, and how many alarms were false?",
                "Do states of the machines that nobody labelled");
    }

    private void plainJvmSaysTheSame() throws IOException {
        Story story = Story.of(spark, settings(15, 150));
        List<LocalScore> local = new LocalScoring(story, out).run();
        List<Row> rows = spark.read()
                .parquet(folder.resolve("scores").toString())
                .join(story.history().machines().orderBy("machine_id").limit(1), "machine_id")
                .orderBy("as_of")
                .select("score")
                .takeAsList(local.size());
        assertThat(local).isNotEmpty();
        assertThat(local)
                .extracting(score ->
                        score.anyFailure().isPresent() ? score.anyFailure().getAsDouble() : null)
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.<Double>getAs("score")).toList());
    }

    /** A chart without data says so instead of its picture. */
    private void assertCells(String report, String... cells) throws IOException {
        String html = Files.readString(folder.resolve(report));
        assertThat(html).contains(cells).doesNotContain("<script", "No data.");
        assertThat(Pattern.compile("NaN|Optional\\[|Dataset")
                        .matcher(html.replaceAll("(?s)<pre.*?</pre>", ""))
                        .results()
                        .map(match -> match.group())
                        .toList())
                .as("codes in %s", report)
                .isEmpty();
    }

    private Settings settings(int machines, int days) {
        return new Settings(
                Optional.empty(),
                folder,
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(24),
                Duration.ofDays(7),
                machines,
                days,
                7);
    }
}
