package io.github.pdmspark.examples.notebook;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.Baselines;
import io.github.pdmspark.evaluation.CostModel;
import io.github.pdmspark.evaluation.CostTuning;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.EventEvaluation;
import io.github.pdmspark.evaluation.TunedAlarm;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.examples.program.SourceCode;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.chart.Facet;
import io.github.pdmspark.report.chart.Line;
import io.github.pdmspark.report.chart.LineChart;
import io.github.pdmspark.report.chart.Mark;
import io.github.pdmspark.report.chart.Point;
import io.github.pdmspark.report.chart.XAxis;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.training.Training;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Does a forest know the future better than a rule? Trains, chooses an alarm policy by cost and judges both. */
public final class TrainAndEvaluate {

    /** In days of lost production: a failure 10, a planned repair 3, a useless visit 1, a day of unused life a tenth. */
    private static final CostModel COSTS = CostModel.builder()
            .missedFailure(10)
            .plannedRepair(3)
            .uselessVisit(1)
            .unusedLifePerDay(0.1)
            .build();

    private static final CostTuning TUNING =
            CostTuning.of(COSTS).among(AlarmPolicy.threshold(0.5).kOfN(1, 1).cooldown(Duration.ofDays(1)));

    private final Story story;
    private final TemporalSplit split;
    private final Notebook notebook;
    private final SourceCode source = SourceCode.of(TrainAndEvaluate.class);

    TrainAndEvaluate(Story story, LabelledDataset dataset, PrintStream out) {
        this.story = story;
        this.split = story.split(dataset);
        this.notebook = Notebook.titled("Does a model know the future better than a rule?", out);
    }

    /** Runs on this machine; writes {@code training.html} and the folder {@code model}. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run("train and evaluate", spark -> {
            Story story = Story.of(spark, Settings.fromSystemProperties("notebooks"));
            new TrainAndEvaluate(story, story.dataset(), System.out).run();
        });
    }

    /** All cells, in order; gives the saved model. */
    ModelBundle run() {
        notebook.section("Training").text(story.origin());
        notebook.code(source.region("train"));
        ModelBundle trained = train();
        Results.in(notebook).importances(trained.model().importances());

        notebook.section("Alarms").code(source.region("alarm"));
        // region alarm
        LabelledDataset calibrate = split.calibrate().orElseThrow();
        Dataset<Row> past = story.scores(trained, calibrate, "calibration-scores");
        EventEvaluation seen =
                story.evaluator().knowingUntil(story.dates().testFrom()).events(past, calibrate);
        TunedAlarm alarm = TUNING.tune(seen);
        Baselines baselines = Baselines.chosenOn(seen, TUNING);
        // endregion
        costs(alarm);

        notebook.section("Verdict by failures").code(source.region("verdict"));
        // region verdict
        ModelBundle model = trained.withPolicy(alarm.policy());
        Dataset<Row> future = story.scores(model, split.test(), "test-scores");
        EvaluationReport report = story.evaluator().evaluate(future, split.test(), alarm.policy(), baselines);
        model.replace(story.out().text("model"));
        // endregion
        Results.in(notebook).events(report);

        notebook.section("Verdict by rows");
        Results.in(notebook).rows(report.rows());
        notebook.chart(PrecisionRecall.of(future, split.test()));
        notebook.writeHtml(story.out().file("training.html"));
        return model;
    }

    private ModelBundle train() {
        // region train
        long seed = story.settings().seed();
        RandomForestTrainer forest =
                RandomForestTrainer.builder().trees(60).depth(10).seed(seed).build();
        ModelBundle trained = Training.with(forest).negativesKept(0.2, seed).on(split.train());
        // endregion
        return trained;
    }

    private void costs(TunedAlarm alarm) {
        List<Point> curve = TUNING.curve(alarm).stream()
                .map(point -> Point.of(point.policy().threshold(), point.cost().total()))
                .toList();
        notebook.chart(LineChart.of(
                                "What does each threshold cost on the calibration slice?",
                                XAxis.number("threshold"),
                                Facet.of("days of lost production", Line.of("cost", curve)))
                        .withMarks(List.of(new Mark(alarm.policy().threshold(), "chosen"))))
                .text("Chosen: threshold " + alarm.policy().threshold()
                        + ". A failure costs 10 days of production, a planned repair 3, a useless visit"
                        + " 1, a day that a part could have lasted longer 0.1.");
    }
}
