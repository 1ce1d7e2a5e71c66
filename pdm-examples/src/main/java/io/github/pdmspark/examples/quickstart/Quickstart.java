package io.github.pdmspark.examples.quickstart;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.AlarmTuning;
import io.github.pdmspark.evaluation.Baselines;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.evaluation.EventEvaluation;
import io.github.pdmspark.evaluation.FailureScope;
import io.github.pdmspark.evaluation.TunedAlarm;
import io.github.pdmspark.examples.program.Dates;
import io.github.pdmspark.examples.program.ExampleFleet;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.examples.program.OutFolder;
import io.github.pdmspark.examples.program.RiskOfMachine;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The main job, from five tables to scores and a verdict; see {@link Settings} for what can be set. */
public final class Quickstart {

    private static final double FALSE_ALARMS_PER_MACHINE_YEAR = 0.25;

    private final SparkSession spark;
    private final Settings settings;
    private final OutFolder out;
    private final QuickstartReport report;

    Quickstart(SparkSession spark, Settings settings, PrintStream printed) {
        this.spark = spark;
        this.settings = settings;
        this.out = new OutFolder(settings.out());
        this.report = new QuickstartReport(printed);
    }

    /** Runs the job on this machine. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run(
                "pdm quickstart",
                spark -> new Quickstart(spark, Settings.fromSystemProperties("quickstart"), System.out).run());
    }

    /** The steps in order; each is one call of the library. */
    void run() throws IOException {
        out.delete("dataset");
        ExampleFleet fleet = ExampleFleet.of(spark, settings);
        report.start(fleet);
        FleetHistory history = fleet.history(spark);
        report.quality(history.quality());

        Dates dates = Dates.of(settings, history.quality().table("telemetry"));
        LabelledDataset dataset = dataset(history);
        report.rows(dataset.waterfall());

        TemporalSplit split = TemporalSplit.of(dataset)
                .trainUntil(dates.trainUntil())
                .calibrateUntil(dates.calibrateUntil())
                .testFrom(dates.testFrom());
        report.split(split.report());

        ModelBundle model = train(split);
        report.model(model);

        EventEvaluation calibration = calibration(history, split, model);
        TunedAlarm alarm = tuning().tune(calibration);
        Baselines baselines = Baselines.chosenOn(calibration, tuning());
        report.alarm(alarm);

        String saved = out.text("model");
        model.withPolicy(alarm.policy()).replace(saved);
        Dataset<Row> scores = score(history, saved, dates);
        report.scores(scores);
        RiskOfMachine risk = RiskOfMachine.withMostFailures(history, scores, dates.testFrom(), alarm.policy());
        report.risk(risk);
        Files.writeString(out.file("risk.svg"), risk.chart().svgFile());

        EvaluationReport verdict = evaluator(history).evaluate(scores, split.test(), alarm.policy(), baselines);
        report.verdict(verdict);
        Files.writeString(out.file("evaluation.json"), verdict.toJson());
        report.write(settings.out());
    }

    // region features
    private LabelledDataset dataset(FleetHistory history) {
        FeaturePipeline features = FeaturePipeline.builder()
                .every(ofHours(3))
                .rolling(Statistic.MEAN, Statistic.STDDEV)
                .over(ofHours(12), ofHours(24), ofHours(36))
                .errorCounts()
                .over(ofHours(12), ofHours(24), ofHours(48))
                .timeSinceErrors()
                .timeSinceMaintenance()
                .machineAttributes()
                .build();
        return LabelledDataset.of(history, features, FailureLabel.within(settings.horizon()))
                .materialized(out.text("dataset"));
    }
    // endregion

    private ModelBundle train(TemporalSplit split) {
        RandomForestTrainer forest = RandomForestTrainer.builder()
                .trees(60)
                .depth(10)
                .seed(settings.seed())
                .build();
        return Training.with(forest).negativesKept(0.2, settings.seed()).on(split.train());
    }

    private EventEvaluation calibration(FleetHistory history, TemporalSplit split, ModelBundle model) {
        LabelledDataset slice = split.calibrate().orElseThrow();
        Dataset<Row> scores = out.stored(
                "calibration",
                ScoringPipeline.of(model).scoreFeatures(slice.rows()).rows());
        return evaluator(history).events(scores, slice);
    }

    private static AlarmTuning tuning() {
        return AlarmTuning.atMost(FALSE_ALARMS_PER_MACHINE_YEAR)
                .among(
                        AlarmPolicy.threshold(0.5).kOfN(1, 1).cooldown(ofDays(1)),
                        AlarmPolicy.threshold(0.5).kOfN(2, 3).cooldown(ofDays(1)));
    }

    private Dataset<Row> score(FleetHistory history, String model, Dates dates) {
        ScoringPipeline scorer = ScoringPipeline.load(spark, model);
        return out.stored(
                "scores",
                scorer.score(history, TimeRange.from(dates.testFrom())).rows());
    }

    private Evaluator evaluator(FleetHistory history) {
        return Evaluator.of(history).matchWithin(settings.matchWithin()).counting(FailureScope.WHOLE_WINDOW_IN_RANGE);
    }
}
