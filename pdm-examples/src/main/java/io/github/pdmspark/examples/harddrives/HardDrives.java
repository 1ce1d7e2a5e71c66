package io.github.pdmspark.examples.harddrives;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.CrewCapacity;
import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.evaluation.EventEvaluation;
import io.github.pdmspark.examples.harddrives.Candidate.Trial;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.simulator.DriveSimulator;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * From daily SMART values to the drives that someone should look at today; see {@link Settings} for what can be set. Every
 * choice is made on days before the test.
 */
public final class HardDrives {

    /** A column that is empty on more than half of the rows tells little about a drive. */
    private static final double LEAST_FILL = 0.5;
    /** Noon: the reading of the day is in, and a drive that fails today can still be looked at. */
    private static final Duration NOON = ofHours(12);
    /** Longer would leave no warmed-up row before the first failures: the files begin six days earlier. */
    private static final Duration LONGEST = ofDays(5);

    private static final double NEGATIVES_KEPT = 0.2;
    /** What is not in the budget has score 0, see {@link CrewCapacity}. */
    private static final AlarmPolicy IN_BUDGET =
            AlarmPolicy.threshold(Double.MIN_NORMAL).kOfN(1, 1);

    private final SparkSession spark;
    private final Settings settings;
    private final HardDrivesReport report;

    HardDrives(SparkSession spark, Settings settings, PrintStream out) {
        this.spark = spark;
        this.settings = settings;
        this.report = new HardDrivesReport(settings, out);
    }

    /** Runs the program on this machine. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run(
                "pdm hard drives", spark -> new HardDrives(spark, Settings.fromSystemProperties(), System.out).run());
    }

    /** The steps in order. */
    BudgetVerdict run() throws IOException {
        for (String earlier : List.of("data", "days", "features", "labels", "scores")) {
            delete(settings.out().resolve(earlier));
        }
        DriveDays days = new DriveDays(spark, data());
        List<SensorFill> fill = days.fill(settings.testFrom());
        List<String> sensors = fill.stream()
                .filter(column -> column.share() >= LEAST_FILL)
                .map(SensorFill::column)
                .toList();
        report.fill(fill, sensors);

        FleetHistory history = days.history(sensors, settings.out().resolve("days"));
        report.history(history);

        FeatureTable features = features().on(history).materialized(path("features"));
        List<Candidate> candidates = Candidate.all(settings.seed());
        Map<Duration, LabelledDataset> datasets = label(history, features, candidates);
        report.rows(dataset(datasets, candidates.get(0)).waterfall(), features.featureNames());

        List<Trial> trials = trials(history, datasets, candidates);
        Trial chosen = Trial.best(trials.stream(), settings.budget());
        report.trials(trials, chosen);

        ModelBundle model = train(datasets, chosen.candidate(), settings.testFrom());
        report.model(model);

        TimeRange test = TimeRange.of(settings.testFrom(), lastNoon(history).plus(NOON));
        Dataset<Row> scores = scores(model, features, test);
        BudgetVerdict verdict = verdict(history, scores, features, test);
        report.verdict(verdict, ranks(history, scores, test), ranks(history, rule(features), test));
        report.write(model, settings.out());
        return verdict;
    }

    private Path data() {
        if (settings.data().isPresent()) {
            return settings.data().get();
        }
        Path folder = settings.out().resolve("data");
        DriveSimulator.of(settings.drives(), settings.seed()).writeCsv(folder);
        return folder;
    }

    // region features
    private static FeaturePipeline features() {
        return FeaturePipeline.builder()
                .every(DriveDays.DAY)
                .offset(NOON)
                .rolling(Statistic.LAST)
                .over(ofDays(1))
                .change(Statistic.LAST)
                .over(ofDays(1), ofDays(1))
                .change(Statistic.LAST)
                .over(ofDays(1), ofDays(4))
                .rolling(Statistic.SLOPE, Statistic.COUNT)
                .over(LONGEST)
                .machineAttributes()
                .build();
    }
    // endregion

    private Map<Duration, LabelledDataset> label(
            FleetHistory history, FeatureTable features, List<Candidate> candidates) {
        ObservationGrid grid = new ObservationGrid(features.spec().cadence());
        Map<Duration, LabelledDataset> datasets = new TreeMap<>();
        for (Duration horizon : Candidate.horizons(candidates)) {
            LabelledDataset labelled =
                    LabelledDataset.of(features, FailureLabel.within(horizon).on(history, grid));
            datasets.put(
                    horizon,
                    labelled.where(col("as_of").lt(lit(settings.testFrom())))
                            .materialized(path("labels/" + horizon.toDays() + "d")));
        }
        return datasets;
    }

    private List<Trial> trials(
            FleetHistory history, Map<Duration, LabelledDataset> datasets, List<Candidate> candidates) {
        TimeRange range = TimeRange.of(settings.chooseFrom(), settings.testFrom());
        List<Trial> trials = new ArrayList<>();
        for (Candidate candidate : candidates) {
            report.trying(candidate);
            ModelBundle model = train(datasets, candidate, settings.chooseFrom());
            LabelledDataset unseen = dataset(datasets, candidate).between(range);
            Dataset<Row> scores =
                    ScoringPipeline.of(model).scoreFeatures(unseen.rows()).rows();
            trials.add(new Trial(candidate, ranks(history, scores, range)));
        }
        return trials;
    }

    private static LabelledDataset dataset(Map<Duration, LabelledDataset> datasets, Candidate candidate) {
        return Objects.requireNonNull(datasets.get(candidate.horizon()));
    }

    // region train
    private ModelBundle train(Map<Duration, LabelledDataset> datasets, Candidate candidate, Instant until) {
        TemporalSplit split =
                TemporalSplit.of(dataset(datasets, candidate)).trainUntil(until).testFrom(until);
        return Training.with(candidate.trainer())
                .negativesKept(NEGATIVES_KEPT, settings.seed())
                .on(split.train());
    }
    // endregion

    private Dataset<Row> scores(ModelBundle model, FeatureTable features, TimeRange test) {
        Dataset<Row> rows = features.rows()
                .where(col("as_of").geq(lit(test.start())).and(col("as_of").lt(lit(test.end()))));
        ScoringPipeline.of(model).scoreFeatures(rows).rows().write().parquet(path("scores"));
        return spark.read().parquet(path("scores"));
    }

    // region verdict
    private BudgetVerdict verdict(FleetHistory history, Dataset<Row> scores, FeatureTable features, TimeRange test) {
        int visits = Math.max(1, (int) Math.floor(settings.budget() * drivesADay(scores)));
        Dataset<Row> inBudget = new CrewCapacity(visits).apply(scores, history.components());
        EventEvaluation events = Evaluator.of(history)
                .matchWithin(Duration.between(test.start(), test.end()))
                .events(inBudget, history.components(), DriveDays.DAY, test);
        return BudgetVerdict.of(
                visits, events.judge(IN_BUDGET), events.failures(IN_BUDGET), history.machines(), hours(features));
    }
    // endregion

    /** The power-on hours (SMART 9) that each drive counted from its reading before the last one to the last one. */
    private static Dataset<Row> hours(FeatureTable features) {
        return features.rows()
                .where(col("smart_9_raw_last_24h").isNotNull())
                .groupBy("machine_id")
                .agg(max_by(col("smart_9_raw_last_24h_minus_24h_lag_24h"), col("as_of"))
                        .as(BudgetVerdict.HOURS_COUNTED));
    }

    /** Drives with a score on the day with the fewest of them, so that no day goes beyond the budget. */
    private static long drivesADay(Dataset<Row> scores) {
        return scores.where("status = 'SCORED'")
                .groupBy("as_of")
                .count()
                .agg(min("count"))
                .head()
                .getLong(0);
    }

    private static DriveRanks ranks(FleetHistory history, Dataset<Row> scores, TimeRange range) {
        return DriveRanks.of(scores, history.failures(), range);
    }

    /** A rule to beat: the drives with the most reallocated sectors first. */
    private static Dataset<Row> rule(FeatureTable features) {
        return features.rows()
                .where("smart_5_raw_last_24h is not null")
                .select(
                        col("machine_id"),
                        col("as_of"),
                        lit("SCORED").as("status"),
                        col("smart_5_raw_last_24h").as("score"));
    }

    /** Noon of the last day with readings. */
    private static Instant lastNoon(FleetHistory history) {
        return history.quality().table("telemetry").last().orElseThrow().plus(NOON);
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

    private String path(String name) {
        return settings.out().resolve(name).toString();
    }
}
