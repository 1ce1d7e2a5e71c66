package io.github.pdmspark.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.evaluation.CostModel;
import io.github.pdmspark.evaluation.EventComparison;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.mllib.DecisionTreeTrainer;
import io.github.pdmspark.scoring.WearingFleet;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(LocalSpark.class)
class ChampionChallengerTest {

    private static final CostModel COSTS = CostModel.builder()
            .missedFailure(1_000)
            .plannedRepair(200)
            .uselessVisit(50)
            .unusedLifePerDay(0)
            .build();

    private final SparkSession spark;

    ChampionChallengerTest(SparkSession spark) {
        this.spark = spark;
    }

    /** A stump that never alarms against a tree that learnt; only rows that both scored are judged. */
    @Test
    void modelThatWarnsBeatsOneThatIsSilent() {
        ModelBundle tree = MonitoredFleet.bundle(spark);
        Instant lastAsOf =
                MonitoredFleet.TRAINED_UNTIL.minus(Duration.ofDays(3)).plusNanos(1_000);
        ModelBundle stump = Training.with(DecisionTreeTrainer.builder().depth(0).build())
                .on(WearingFleet.dataset(spark).between(TimeRange.of(WearingFleet.START, lastAsOf)))
                .withPolicy(MonitoredFleet.POLICY);
        Dataset<Row> ofTree = MonitoredFleet.scores(spark, tree).where("machine_id <> 'm6'");
        Dataset<Row> ofStump = MonitoredFleet.scores(spark, stump);

        EventComparison comparison = on(MonitoredFleet.TRAINED_UNTIL).compare(stump, ofStump, tree, ofTree);

        assertThat(comparison.champion().machines()).isEqualTo(5);
        assertThat(comparison.champion().counts().detected()).isZero();
        assertThat(comparison.challenger().counts().detected()).isPositive();
        assertThat(comparison.detection().isAboveZero()).isTrue();
        assertThat(comparison.verdict()).isEqualTo(EventComparison.Verdict.CHALLENGER);
    }

    @Test
    void timeThatWasTrainedOnIsRefused() {
        ModelBundle tree = MonitoredFleet.bundle(spark);
        Dataset<Row> scores = spark.emptyDataFrame();

        assertThatThrownBy(
                        () -> on(WearingFleet.START.plus(Duration.ofDays(12))).compare(tree, scores, tree, scores))
                .hasMessage("The comparison begins at 2015-01-13T00:00:00Z, but training labels reach to"
                        + " 2015-01-15T00:00:00Z. Begin it there or later.");
    }

    private ChampionChallenger on(Instant start) {
        FleetHistory history = WearingFleet.history(spark);
        return ChampionChallenger.on(history, TimeRange.of(start, WearingFleet.START.plus(Duration.ofDays(30))), COSTS);
    }
}
