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
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.Scores;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.simulator.FleetSimulator;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The main job, from five tables to scores and a verdict; see {@link Settings} for what can be set. */
public final class Quickstart {

    private static final double FALSE_ALARMS_PER_MACHINE_YEAR = 0.25;

    private final SparkSession spark;
    private final Settings settings;
    private final QuickstartReport report;

    Quickstart(SparkSession spark, Settings settings, PrintStream out) {
        this.spark = spark;
        this.settings = settings;
        this.report = new QuickstartReport(out);
    }

    /** Runs the job on this machine. */
    public static void main(String[] args) throws IOException {
        SparkSession spark = SparkSession.builder()
                .appName("pdm quickstart")
                .master("local[*]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", 4)
                .getOrCreate();
        try {
            new Quickstart(spark, Settings.fromSystemProperties(), System.out).run();
        } finally {
            spark.stop();
        }
    }

    /** The steps in order; each is one call of the library. */
    void run() throws IOException {
        for (String earlier : List.of("data", "dataset", "calibration", "scores")) {
            delete(settings.out().resolve(earlier));
        }
        FleetHistory history = new FiveTables(spark, data()).history();
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

        String saved = path("model");
        model.withPolicy(alarm.policy()).replace(saved);
        Dataset<Row> scores = score(history, saved, dates);
        report.scores(scores);
        RiskOfMachine risk = RiskOfMachine.withMostFailures(history, scores, dates.testFrom(), alarm.policy());
        report.risk(risk);
        Files.writeString(settings.out().resolve("risk.svg"), risk.chart().svgFile());

        EvaluationReport verdict = evaluator(history).evaluate(scores, split.test(), alarm.policy(), baselines);
        report.verdict(verdict);
        Files.writeString(settings.out().resolve("evaluation.json"), verdict.toJson());
        report.write(settings.out());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path data() {
        if (settings.data().isPresent()) {
            report.start(settings, settings.data().get());
            return settings.data().get();
        }
        Path folder = settings.out().resolve("data");
        report.start(settings, folder);
        FleetSimulator.builder()
                .machines(settings.machines())
                .days(settings.days())
                .seed(settings.seed())
                .build()
                .writeParquet(spark, folder.toString());
        return folder;
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
                .materialized(path("dataset"));
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
        Dataset<Row> scores = stored("calibration", ScoringPipeline.of(model).scoreFeatures(slice.rows()));
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
        return stored("scores", scorer.score(history, TimeRange.from(dates.testFrom())));
    }

    private Evaluator evaluator(FleetHistory history) {
        return Evaluator.of(history).matchWithin(settings.matchWithin()).counting(FailureScope.WHOLE_WINDOW_IN_RANGE);
    }

    private Dataset<Row> stored(String name, Scores scores) {
        scores.rows().write().mode(SaveMode.Overwrite).parquet(path(name));
        return spark.read().parquet(path(name));
    }

    private String path(String name) {
        return settings.out().resolve(name).toString();
    }
}
