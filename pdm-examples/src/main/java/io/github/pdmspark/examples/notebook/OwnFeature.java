package io.github.pdmspark.examples.notebook;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.examples.program.SourceCode;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.kernel.WindowAggregates;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.LogisticRegressionTrainer;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.report.Charts;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A statistic that the library lacks: one small class, and it is in features, models and scores. */
public final class OwnFeature {

    private final Story story;
    private final Notebook notebook;
    private final SourceCode source = SourceCode.of(OwnFeature.class);

    OwnFeature(Story story, PrintStream out) {
        this.story = story;
        this.notebook = Notebook.titled("What if my favourite statistic is missing?", out);
    }

    /** Runs on this machine; writes {@code own-feature.html}. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run(
                "own feature",
                spark -> new OwnFeature(Story.of(spark, Settings.fromSystemProperties("notebooks")), System.out).run());
    }

    /** All cells, in order; gives the scores. */
    Dataset<Row> run() throws IOException {
        story.out().delete("own-dataset", "own-model");
        notebook.section("A class")
                .text(story.origin() + " The statistic reads the values of one window, in the order of time.");
        notebook.code(SourceCode.of(LongestRise.class).region("aggregate"));
        notebook.section("A feature").code(source.region("features"));
        // region features
        FeaturePipeline features = FeaturePipeline.builder()
                .every(ofHours(6))
                .rolling(Statistic.MEAN)
                .over(ofHours(24))
                .aggregate(new LongestRise())
                .on("vibration")
                .over(ofHours(24))
                .build();
        LabelledDataset dataset = LabelledDataset.of(story.history(), features, FailureLabel.within(ofDays(2)))
                .materialized(story.out().text("own-dataset"));
        // endregion
        Dataset<Row> rises = dataset.usable()
                .rows()
                .groupBy(
                        col("vibration_longest_rise_24h"),
                        coalesce(col("label"), lit("no failure")).as("what came"))
                .agg(count(lit(1)).as("rows"))
                .orderBy("what came");
        notebook.chart(
                Charts.histogram("How long did the vibration rise without a break?", "readings", "rows", 1, rises));

        notebook.section("A model that knows it").code(source.region("model"));
        // region model
        String path = story.out().text("own-model");
        LogisticRegressionTrainer trainer = LogisticRegressionTrainer.builder().build();
        Training.with(trainer).on(story.split(dataset).train()).save(path);

        ModelBundle model = ModelBundle.load(story.history().sparkSession(), path);
        Dataset<Row> scores = ScoringPipeline.of(model)
                .aggregates(WindowAggregates.of(new LongestRise()))
                .score(story.history(), TimeRange.from(story.dates().testFrom()))
                .rows();
        // endregion
        notebook.table(
                        "What does it say?",
                        Tables.of(
                                scores.where("status = 'SCORED'")
                                        .orderBy(col("score").desc()),
                                10))
                .text("A model names the statistic and its version. Loaded without them it refuses to score, so a"
                        + " changed formula never meets an old model.");
        notebook.writeHtml(story.out().file("own-feature.html"));
        return scores;
    }
}
