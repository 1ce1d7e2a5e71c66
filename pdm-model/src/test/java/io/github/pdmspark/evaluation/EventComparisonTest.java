package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.evaluation.EventComparison.Verdict;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class EventComparisonTest {

    private static final int MACHINES = 30;
    private static final AlarmPolicy STRICT = AlarmPolicy.threshold(0.9).kOfN(1, 1);
    private static final AlarmPolicy BOLD = AlarmPolicy.threshold(0.5).kOfN(1, 1);
    private static final CostModel COSTS = CostModel.builder()
            .missedFailure(1_000)
            .plannedRepair(200)
            .uselessVisit(50)
            .unusedLifePerDay(0)
            .build();

    private final SparkSession spark;

    EventComparisonTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void sameRuleMakesNoDifference() {
        EventEvaluation events = fleet().build();

        EventComparison comparison = events.compare(BOLD, events, BOLD, COSTS);

        assertThat(comparison.detection().value()).isEqualTo(Metric.of(0));
        assertThat(comparison.costPerMachineYear().interval()).contains(new Interval(0, 0));
        assertThat(comparison.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    /** Every failing machine is warned at 0.7; of the others one in ten has a false alarm at 0.7. */
    @Test
    void challengerThatFindsMoreIsCheaper() {
        EventEvaluation events = fleet().build();

        EventComparison comparison = events.compare(STRICT, events, BOLD, COSTS);

        EventMetrics champion = events.judge(STRICT);
        EventMetrics challenger = events.judge(BOLD);
        assertThat(comparison.champion().counts()).isEqualTo(champion.counts());
        assertThat(comparison.challenger().counts()).isEqualTo(challenger.counts());
        assertThat(comparison.detection().value()).isEqualTo(Metric.of(1));
        assertThat(comparison.falseAlarmsPerMachineYear().value().value().orElseThrow())
                .isCloseTo(
                        challenger
                                .falseAlarmsOfScoredTime()
                                .perMachineYear()
                                .value()
                                .orElseThrow(),
                        within(1e-12));
        double saved = COSTS.of(challenger).total() - COSTS.of(champion).total();
        assertThat(comparison.costPerMachineYear().value().value().orElseThrow())
                .isCloseTo(saved / champion.scoredYears(), within(1e-9));
        assertThat(comparison.verdict()).isEqualTo(Verdict.CHALLENGER);
        assertThat(events.compare(BOLD, events, STRICT, COSTS).verdict()).isEqualTo(Verdict.CHAMPION);
        assertThat(comparison.toString()).contains("CHALLENGER");
    }

    /** The number of failing machines in a draw is binomial: mean 10 of 30, deviation sqrt(30 / 3 * 2 / 3). */
    @Test
    void intervalIsThatOfDrawnMachines() {
        EventEvaluation events = fleet().build();
        EventComparison comparison = events.compare(STRICT, events, BOLD, COSTS);

        double years = comparison.champion().scoredYears();
        Interval interval = comparison.costPerMachineYear().interval().orElseThrow();
        double deviation = 800 * Math.sqrt(30 / 3.0 * 2 / 3) / years;
        assertThat(interval.high() - interval.low())
                .isCloseTo(2 * 1.96 * deviation, within(0.2 * deviation * 2 * 1.96));
    }

    @Test
    void twoJobsRunAndOtherRowsAreRefused() {
        EventEvaluation events = fleet().build();
        Dataset<Row> fewer = scores().scores().where("machine_id <> 'm3'");

        assertThat(QueryCount.of(spark, () -> events.compare(STRICT, events, BOLD, COSTS)))
                .isEqualTo(2);
        assertThatThrownBy(() -> events.compare(STRICT, fleet().scores(fewer).build(), BOLD, COSTS))
                .hasMessageContaining("the scored machines of the first is 30, of the second 29");
        assertThatThrownBy(() -> events.compare(
                        STRICT, fleet().every(Duration.ofHours(24)).build(), BOLD, COSTS))
                .hasMessageContaining("the step of the first is PT12H, of the second PT24H");
    }

    private EventEvaluationBuilder fleet() {
        return scores().evaluation()
                .every(Duration.ofHours(12))
                .during(TimeRange.of("2015-03-01", "2015-04-01"))
                .matching(new MatchWindow(Duration.ZERO, Duration.ofDays(7)));
    }

    /** Every third machine fails on 03-10; 0.7 is said before it, and on three machines for nothing. */
    private FleetTables scores() {
        FleetTables fleet = new FleetTables(spark);
        for (int machine = 0; machine < MACHINES; machine++) {
            String name = "m" + machine;
            boolean fails = machine % 3 == 0;
            for (int half = 0; half < 40; half++) {
                String time = Instant.parse("2015-03-01T06:00:00Z")
                        .plus(Duration.ofHours(12L * half))
                        .toString();
                boolean high = half == 14 && (fails || machine % 10 == 1);
                fleet.score(name, time, high ? 0.7 : 0.1, 0.1);
            }
            if (fails) {
                fleet.failure(name, "2015-03-10T06:00:00Z", "c0");
            }
            fleet.observed(name, "2015-04-01T00:00:00Z");
        }
        return fleet;
    }
}
