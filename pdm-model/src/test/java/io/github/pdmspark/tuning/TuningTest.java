package io.github.pdmspark.tuning;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.evaluation.AlarmLimits;
import io.github.pdmspark.evaluation.CostModel;
import io.github.pdmspark.evaluation.CostTuning;
import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.DecisionTreeTrainer;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.model.TrainingSet;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.scoring.WearingFleet;
import io.github.pdmspark.split.RollingOrigin;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.training.Training;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two folds on the fleet of {@link WearingFleet}; the outer test starts on day 26. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class TuningTest {

    private static final AtomicLong COMPUTED = new AtomicLong();
    private static final Instant TEST_FROM = Instant.parse("2015-01-27T00:00:00Z");
    private static final Instant FIRST_CUT = Instant.parse("2015-01-14T00:00:00Z");

    private final SparkSession spark;
    private final FleetHistory history;
    private final LabelledDataset train;

    TuningTest(SparkSession spark) {
        this.spark = spark;
        this.history = WearingFleet.history(spark);
        this.train = TemporalSplit.of(WearingFleet.dataset(spark))
                .trainUntil(TEST_FROM)
                .testFrom(TEST_FROM)
                .train();
    }

    private static RollingOrigin origin(LabelledDataset rows) {
        return RollingOrigin.of(rows).firstCut(FIRST_CUT).every(ofDays(5)).calibrating(ofDays(5));
    }

    private static Candidate tree(int depth) {
        return new Candidate(
                "depth=" + depth,
                Training.with(DecisionTreeTrainer.builder().depth(depth).build())
                        .partitions(2));
    }

    private static CostTuning costs() {
        CostModel costs = CostModel.builder()
                .missedFailure(10)
                .plannedRepair(2)
                .uselessVisit(1)
                .unusedLifePerDay(0)
                .build();
        return new CostTuning(
                costs,
                AlarmLimits.NONE,
                Stream.of(0.2, 0.4, 0.6, 0.8)
                        .map(threshold -> AlarmPolicy.threshold(threshold).kOfN(1, 1))
                        .toList());
    }

    @Test
    void bestCandidateOfAllFoldsIsTrainedAgainOnAllRows() {
        List<TuningProgress> progress = new ArrayList<>();
        TunedModel tuned =
                Tuning.over(origin(train), 2).reporting(progress::add).fit(List.of(tree(0), tree(5)));

        CandidateResult best = tuned.report().best();
        assertThat(best.candidate().name()).isEqualTo("depth=5");
        assertThat(best.mean().value().orElseThrow())
                .isGreaterThan(tuned.report().candidates().get(1).mean().value().orElseThrow());
        double first = best.folds().get(0).value().value().orElseThrow();
        double second = best.folds().get(1).value().value().orElseThrow();
        assertThat(best.mean().value().orElseThrow()).isEqualTo((first + second) / 2);
        assertThat(best.spread().value().orElseThrow())
                .isCloseTo(Math.abs(first - second) / Math.sqrt(2), org.assertj.core.data.Offset.offset(1e-12));
        assertThat(progress).extracting(TuningProgress::done).containsExactly(1, 2, 3, 4);
        assertThat(progress.get(3))
                .hasToString("4 of 4: depth=5, fold 2: " + best.folds().get(1).value());
        assertThat(tuned.bundle().provenance().parameters()).containsEntry("depth", "5");
        assertThat(tuned.bundle().provenance().trainedOn().lastAsOf()).isAfter(FIRST_CUT);
    }

    @Test
    void tableHasOneRowPerCandidateAndFold() {
        TuningReport report = Tuning.over(origin(train), 2).compare(List.of(tree(0), tree(5)));

        List<Row> rows = report.table(spark)
                .orderBy("rank", "fold")
                .select("rank", "candidate", "fold", "value")
                .collectAsList();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1).mkString(" "))
                .isEqualTo("1 depth=5 2 "
                        + report.best().folds().get(1).value().value().orElseThrow());
        assertThat(report.toString().lines().toList().get(0)).startsWith("mean average precision");
        assertThat(report.toString().lines().toList().get(1)).startsWith("depth=5 ");
    }

    /** Labels of the rows that train end before the calibration of their fold begins. */
    @Test
    void everyFoldTrainsOnItsPastOnly() {
        List<Instant> latest = new ArrayList<>();
        Trainer tree = DecisionTreeTrainer.builder().depth(2).build();
        Trainer recording = new Trainer() {
            @Override
            public String algorithm() {
                return tree.algorithm();
            }

            @Override
            public Map<String, String> parameters() {
                return tree.parameters();
            }

            @Override
            public Model train(TrainingSet data) {
                latest.add(data.rows()
                        .selectExpr("max(as_of)")
                        .head()
                        .getTimestamp(0)
                        .toInstant());
                return tree.train(data);
            }
        };

        Tuning.over(origin(train), 2).fit(List.of(new Candidate("recording", Training.with(recording))));

        assertThat(latest).hasSize(3);
        assertThat(latest.get(0)).isBeforeOrEqualTo(FIRST_CUT.minus(ofDays(5 + 3)));
        assertThat(latest.get(1)).isBeforeOrEqualTo(FIRST_CUT.minus(ofDays(3))).isAfter(latest.get(0));
        assertThat(latest.get(2)).isBeforeOrEqualTo(TEST_FROM.minus(ofDays(3))).isAfter(latest.get(1));
    }

    /**
     * What fails in the test period is unknown to the costs: alarms of the last two days before it are neither right nor wrong,
     * whatever happens then.
     */
    @Test
    void noFailureOfTheTestIsSeen() {
        FeaturePipeline features = FeaturePipeline.builder()
                .every(ofHours(12))
                .rolling(Statistic.LAST)
                .over(ofDays(1))
                .build();
        LabelledDataset soon = TemporalSplit.of(LabelledDataset.of(history, features, FailureLabel.within(ofHours(12))))
                .trainUntil(TEST_FROM)
                .testFrom(TEST_FROM)
                .train();
        Tuning tuning = Tuning.over(
                RollingOrigin.of(soon).firstCut("2015-01-18").every(ofDays(9)).calibrating(ofDays(5)), 1);
        FleetHistory blind = withFailures("event_time < timestamp'2015-01-27 00:00:00Z'");

        TuningReport seeing = tuning.by(cost(history)).compare(List.of(tree(3)));
        TuningReport unseeing = tuning.by(cost(blind)).compare(List.of(tree(3)));

        assertThat(seeing).hasToString(unseeing.toString());
        assertThat(seeing.best().mean().value()).isPresent();
        assertThat(history.failures().count()).isGreaterThan(blind.failures().count());
    }

    private static Objective cost(FleetHistory truth) {
        return Objective.eventCost(Evaluator.of(truth).matchWithin(ofDays(2)), costs());
    }

    @Test
    void costsNeedACalibrationSlice() {
        Tuning tuning = Tuning.over(RollingOrigin.of(train).firstCut(FIRST_CUT).every(ofDays(5)), 2);

        assertThatThrownBy(() ->
                        tuning.by(Objective.eventCost(Evaluator.of(history).matchWithin(ofDays(5)), costs())))
                .hasMessage(
                        "The folds have no calibration slice, on which the cost per machine-year needs to choose alarm"
                                + " policies. Use RollingOrigin.calibrating(...).");
    }

    @Test
    void featuresAreComputedOnceForAllCandidates() {
        COMPUTED.set(0);
        UDF1<String, Boolean> count = machine -> COMPUTED.incrementAndGet() > 0;
        LabelledDataset counted = train.where(
                udf(count, DataTypes.BooleanType).asNondeterministic().apply(col("machine_id")));

        Tuning.over(origin(counted), 2).fit(List.of(tree(1), tree(3)));

        assertThat(COMPUTED.get()).isEqualTo(train.rows().count());
    }

    /** Between day 8 and 10 no row precedes a failure, so that no candidate can be judged by precision there. */
    @Test
    void foldThatCannotJudgeCountsForNobody() {
        RollingOrigin early = RollingOrigin.of(train).firstCut("2015-01-09").every(ofDays(2));

        TuningReport report = Tuning.over(early, 4).compare(List.of(tree(3)));

        CandidateResult only = report.best();
        assertThat(only.folds().get(0).value().reason())
                .hasValueSatisfying(why -> assertThat(why).contains("none of the"));
        assertThat(only.mean().value()).isPresent();
        assertThat(report.toString().lines().toList().get(1)).contains(" - ");
    }

    @Test
    void candidateThatCannotBeTrainedComesLastWithTheReason() {
        Trainer failing = new Trainer() {
            @Override
            public String algorithm() {
                return "failing";
            }

            @Override
            public Map<String, String> parameters() {
                return Map.of();
            }

            @Override
            public Model train(TrainingSet data) {
                throw new TrainingException(
                        new Problem(ErrorCondition.PDM_NO_FAILURES, "Nothing to learn.", "Give up."));
            }
        };
        List<Candidate> candidates = List.of(new Candidate("failing", Training.with(failing)), tree(2));

        TuningReport report = Tuning.over(origin(train), 2).compare(candidates);

        assertThat(report.best().candidate().name()).isEqualTo("depth=2");
        assertThat(report.candidates().get(1).mean().reason())
                .hasValueSatisfying(why -> assertThat(why).contains("Nothing to learn."));
        assertThatThrownBy(() -> Tuning.over(origin(train), 2).fit(candidates.subList(0, 1)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("Nothing to learn.");
    }

    private FleetHistory withFailures(String condition) {
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(history.telemetry())
                        .machineId("machine_id")
                        .time("event_time")
                        .sensors("volt", "heat.1")
                        .sampledEvery(ofHours(6)))
                .failures(FailureLog.from(history.failures().where(condition))
                        .machineId("machine_id")
                        .time("event_time")
                        .component("component"))
                .build();
    }
}
