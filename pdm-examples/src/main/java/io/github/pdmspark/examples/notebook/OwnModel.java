package io.github.pdmspark.examples.notebook;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.AlarmTuning;
import io.github.pdmspark.evaluation.Baselines;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.examples.program.SourceCode;
import io.github.pdmspark.mllib.MllibTrainer;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.training.Training;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Another algorithm: any MLlib classifier with probabilities as a trainer, any MLlib pipeline on the rows. */
public final class OwnModel {

    private final Story story;
    private final TemporalSplit split;
    private final Notebook notebook;
    private final SourceCode source = SourceCode.of(OwnModel.class);

    OwnModel(Story story, LabelledDataset dataset, PrintStream out) {
        this.story = story;
        this.split = story.split(dataset);
        this.notebook = Notebook.titled("What if I want another algorithm?", out);
    }

    /** Runs on this machine; writes {@code own-model.html}. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run("own model", spark -> {
            Story story = Story.of(spark, Settings.fromSystemProperties("notebooks"));
            new OwnModel(story, story.dataset(), System.out).run();
        });
    }

    /** All cells, in order; gives the verdict about the classifier. */
    EvaluationReport run() {
        notebook.section("A classifier of MLlib").text(story.origin()).code(source.region("classifier"));
        // region classifier
        NaiveBayes gaussian = new NaiveBayes().setModelType("gaussian");
        ModelBundle model = Training.with(MllibTrainer.of(gaussian)).on(split.train());

        LabelledDataset calibrate = split.calibrate().orElseThrow();
        Dataset<Row> seen = story.scores(model, calibrate, "own-calibration");
        AlarmPolicy policy = AlarmTuning.atMost(1)
                .tune(story.evaluator().events(seen, calibrate))
                .policy();
        Dataset<Row> scores = story.scores(model, split.test(), "own-scores");
        EvaluationReport report =
                story.evaluator().evaluate(scores, split.test(), policy, Baselines.withoutCalibration());
        // endregion
        Results.in(notebook).events(report);

        notebook.section("A pipeline of one's own").code(source.region("pipeline"));
        // region pipeline
        String[] features = split.train().features().toArray(new String[0]);
        String[] filled = Arrays.stream(features).map(name -> name + "_filled").toArray(String[]::new);
        PipelineStage[] stages = {
            new Imputer().setInputCols(features).setOutputCols(filled),
            new VectorAssembler().setInputCols(filled).setOutputCol("vector"),
            new StandardScaler().setInputCol("vector").setOutputCol("scaled"),
            new KMeans()
                    .setK(4)
                    .setSeed(story.settings().seed())
                    .setFeaturesCol("scaled")
                    .setPredictionCol("state")
        };
        PipelineModel states =
                new Pipeline().setStages(stages).fit(split.train().usable().rows());
        Dataset<Row> test = states.transform(split.test().usable().rows());
        // endregion
        notebook.table(
                "Do states of the machines that nobody labelled say something about failures?",
                Tables.of(
                        test.groupBy("state")
                                .agg(
                                        count("machine_id").as("rows"),
                                        count("label").as("before a failure"))
                                .orderBy(col("state")),
                        10));
        notebook.writeHtml(story.out().file("own-model.html"));
        return report;
    }
}
