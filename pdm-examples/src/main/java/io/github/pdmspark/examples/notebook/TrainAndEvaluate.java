package io.github.pdmspark.examples.notebook;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.Baselines;
import io.github.pdmspark.evaluation.ClassMetrics;
import io.github.pdmspark.evaluation.ConfusionMatrix;
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
import io.github.pdmspark.report.chart.BarChart;
import io.github.pdmspark.report.chart.Facet;
import io.github.pdmspark.report.chart.HeatMap;
import io.github.pdmspark.report.chart.Line;
import io.github.pdmspark.report.chart.LineChart;
import io.github.pdmspark.report.chart.Point;
import io.github.pdmspark.report.chart.XAxis;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.training.Training;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Does a forest know the future better than a rule? Trains, chooses an alarm policy by cost and judges both. */
public final class TrainAndEvaluate {

    private static final int TOP = 15;

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
        importances(trained);

        notebook.section("Alarms").code(source.region("alarm"));
        // region alarm
        LabelledDataset calibrate = split.calibrate().orElseThrow();
        Dataset<Row> past = scores(trained, calibrate, "calibration-scores");
        EventEvaluation seen =
                story.evaluator().knowingUntil(story.dates().testFrom()).events(past, calibrate);
        TunedAlarm alarm = TUNING.tune(seen);
        Baselines baselines = Baselines.chosenOn(seen, TUNING);
        // endregion
        costs(alarm);

        notebook.section("Verdict by failures").code(source.region("verdict"));
        // region verdict
        ModelBundle model = trained.withPolicy(alarm.policy());
        Dataset<Row> future = scores(model, split.test(), "test-scores");
        EvaluationReport report = story.evaluator().evaluate(future, split.test(), alarm.policy(), baselines);
        model.replace(story.out().text("model"));
        // endregion
        notebook.table(
                "How many failures did alarms announce, and how many alarms were false?", Verdicts.events(report));

        notebook.section("Verdict by rows");
        rows(report);
        ScoreCharts.of(future, split.test(), report.rows()).forEach(notebook::chart);
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

    private Dataset<Row> scores(ModelBundle bundle, LabelledDataset slice, String name) {
        return story.out()
                .stored(
                        name,
                        ScoringPipeline.of(bundle).scoreFeatures(slice.rows()).rows());
    }

    private void importances(ModelBundle bundle) {
        Map<String, Double> best = new LinkedHashMap<>();
        bundle.model().importances().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOP)
                .forEach(entry -> best.put(entry.getKey(), entry.getValue()));
        notebook.chart(BarChart.of("Which features does the forest use most?", "share of importance", best)
                .horizontal());
    }

    private void costs(TunedAlarm alarm) {
        List<Point> curve = TUNING.curve(alarm).stream()
                .map(point -> Point.of(point.policy().threshold(), point.cost().total()))
                .toList();
        notebook.chart(LineChart.of(
                        "What does each threshold cost on the calibration slice?",
                        XAxis.number("threshold"),
                        Facet.of("days of lost production", Line.of("cost", curve))))
                .text("Chosen: threshold " + alarm.policy().threshold()
                        + ". A failure costs 10 days of production, a planned repair 3, a useless visit"
                        + " 1, a day that a part could have lasted longer 0.1.");
    }

    private void rows(EvaluationReport report) {
        ConfusionMatrix matrix = report.rows().confusion();
        List<List<Double>> shares = matrix.counts().stream()
                .map(row -> row.stream().map(Long::doubleValue).toList())
                .toList();
        TableView counts = TableView.of("class", "rows", "predicted", "precision", "recall", "F1");
        for (ClassMetrics each : matrix.byClass()) {
            counts = counts.withRow(
                    each.name(),
                    each.support(),
                    each.predicted(),
                    Verdicts.number(each.precision()),
                    Verdicts.number(each.recall()),
                    Verdicts.number(each.f1()));
        }
        notebook.chart(new HeatMap(
                        "Which class did each row get? Rows: what came, columns: what was predicted",
                        "rows",
                        matrix.classes(),
                        matrix.classes(),
                        shares))
                .table("How good is each class?", counts.withNote("A dash: nothing to divide by, not zero."))
                .table(
                        "And all together?",
                        TableView.of("number", "value")
                                .withRow(
                                        "accuracy",
                                        Verdicts.number(matrix.accuracy().value()))
                                .withRow(
                                        "accuracy of always 'none'",
                                        Verdicts.number(
                                                matrix.majorityBaseline().value()))
                                .withRow("macro F1", Verdicts.number(matrix.macroF1()))
                                .withRow("macro F1 of the components", Verdicts.number(matrix.componentMacroF1())));
    }
}
