package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Machine a: two failures, warned 12 h before with 0.6 and 0.3. Machine b: a false alarm of 0.5. By hand, with missed 100, planned
 * 20, useless 10 and 4 a day: threshold 0.3 costs 2 * 20 + 10 + 4 = 54, 0.6 costs 100 + 20 + 2 = 122, none costs 200.
 */
@ExtendWith(LocalSpark.class)
class CostTuningTest {

    private static final AlarmPolicy SINGLE = AlarmPolicy.threshold(0.5).kOfN(1, 1);
    private static final CostModel COSTS = costs(10);

    private final EventEvaluation evaluation;

    CostTuningTest(SparkSession spark) {
        evaluation = fleet(spark)
                .evaluation()
                .every(Duration.ofHours(12))
                .during(TimeRange.of("2015-03-01", "2015-04-01"))
                .matching(new MatchWindow(Duration.ZERO, Duration.ofDays(7)))
                .build();
    }

    private static CostModel costs(double uselessVisit) {
        return CostModel.builder()
                .missedFailure(100)
                .plannedRepair(20)
                .uselessVisit(uselessVisit)
                .unusedLifePerDay(4)
                .build();
    }

    @Test
    void cheapestThresholdIsChosenAndTheCurveShowsAll() {
        CostTuning tuning = CostTuning.of(COSTS).among(SINGLE);

        TunedAlarm tuned = tuning.tune(evaluation);

        assertThat(tuned.policy().threshold()).isEqualTo(0.3);
        List<CostTuning.CostPoint> curve = tuning.curve(tuned);
        assertThat(curve).hasSize(99);
        assertThat(curve.get(29).cost())
                .isEqualTo(new Cost(0, 40, 10, 4, curve.get(29).cost().machineYears()));
        assertThat(curve.get(49).cost().total()).isEqualTo(132);
        assertThat(curve.get(59).cost().total()).isEqualTo(122);
        assertThat(curve.get(98).cost().total()).isEqualTo(200);
        assertThat(curve.get(29).cost().perMachineYear().value().orElseThrow())
                .isCloseTo(54 / (61.5 / 365.25), within(1e-9));
    }

    @Test
    void dearVisitsRaiseTheThreshold() {
        assertThat(CostTuning.of(costs(1_000))
                        .among(SINGLE)
                        .tune(evaluation)
                        .policy()
                        .threshold())
                .isEqualTo(0.6);
    }

    @Test
    void limitsGoBeforeCost() {
        CostTuning tuning = CostTuning.of(COSTS).among(SINGLE);
        AlarmLimits none = AlarmLimits.NONE;

        assertThat(tuning.under(none.atMostFalseAlarms(0))
                        .tune(evaluation)
                        .policy()
                        .threshold())
                .isEqualTo(0.6);
        assertThat(CostTuning.of(costs(1_000))
                        .among(SINGLE)
                        .under(none.atLeastDetected(1))
                        .tune(evaluation)
                        .policy()
                        .threshold())
                .isEqualTo(0.3);
        assertThat(tuning.under(none.atMostVisits(0.04))
                        .tune(evaluation)
                        .policy()
                        .threshold())
                .isEqualTo(0.6);
        TunedAlarm impossible =
                tuning.under(none.atMostVisits(0).atLeastDetected(1)).tune(evaluation);
        assertThat(impossible.limit()).isEqualTo(TunedAlarm.Limit.BROKEN);
        assertThat(impossible.policy().threshold()).isEqualTo(0.3);
    }

    @Test
    void baselinesStandBesideAndSavingsAreAgainstTheCheapest() {
        CostReport report = evaluation.costs(SINGLE.withThreshold(0.3), Baselines.withoutCalibration(), COSTS);

        assertThat(report.policy().cost().total()).isEqualTo(54);
        assertThat(report.baselines())
                .extracting(CostReport.RuleCost::rule)
                .containsExactly("never alarm", "always alarm");
        assertThat(report.baselines().get(0).cost().total()).isEqualTo(200);
        assertThat(report.baselines().get(1).cost().useless()).isGreaterThan(300);
        assertThat(report.savings().baseline()).isEqualTo("never alarm");
        assertThat(report.savings().share()).isEqualTo(Metric.of(146.0 / 200));
        assertThat(report.savings().shareInterval())
                .as("both draws may be machine b, which never failed")
                .isEmpty();
        assertThat(report.toString()).contains("savings against 'never alarm': 0.7300");
    }

    @Test
    void baselinesAreChosenByTheSameCriterion() {
        List<Rule> rules = Baselines.chosenOn(evaluation, CostTuning.of(COSTS)).rules();

        assertThat(rules.subList(0, 2)).containsExactly(new Rule.Never(), new Rule.Always());
        assertThat(rules.get(2)).isInstanceOf(Rule.ByAge.class);
    }

    /** Half of the machines save 60 of 100, the others 20: the mean is 0.4, its error 0.2 / sqrt(n). */
    @Test
    void savingsIntervalResamplesMachines() {
        double[] policy = new double[400];
        Arrays.setAll(policy, i -> i % 2 == 0 ? 40 : 80);
        double[] baseline = new double[400];
        Arrays.fill(baseline, 100);

        Interval interval = SavingsBootstrap.interval(policy, baseline, 400, 7).orElseThrow();
        Interval withIdle =
                SavingsBootstrap.interval(policy, baseline, 4_000, 7).orElseThrow();

        assertThat(interval)
                .isEqualTo(SavingsBootstrap.interval(policy, baseline, 400, 7).orElseThrow());
        assertThat(interval.low()).isCloseTo(0.4 - 1.96 * 0.01, within(0.004));
        assertThat(interval.high()).isCloseTo(0.4 + 1.96 * 0.01, within(0.004));
        assertThat(withIdle.high() - withIdle.low()).isCloseTo(2 * 1.96 * 0.01, within(0.008));
    }

    @Test
    void rowThresholdIsTheOneOfBayes() {
        assertThat(COSTS.rowThreshold()).isCloseTo(10.0 / (10 + 100 - 20), within(1e-15));
    }

    @Test
    void costsAreAllNamedAndSound() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        CostModel.builder().missedFailure(1).uselessVisit(1).build())
                .withMessage(
                        "A cost model is not complete. Call first (0 is a cost, too): plannedRepair, unusedLifePerDay");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CostModel(10, 10, 1, 0))
                .withMessageContaining("no alarm is worth its visit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CostModel(10, 1, -1, 0))
                .withMessage("uselessVisit is a cost of 0 or more, not -1.0.");
    }

    private static FleetTables fleet(SparkSession spark) {
        FleetTables fleet = new FleetTables(spark);
        for (int half = 0; half < 62; half++) {
            Instant time = Instant.parse("2015-03-01T06:00:00Z").plus(Duration.ofHours(12L * half));
            double warning = half == 17 ? 0.6 : half == 35 ? 0.3 : 0.1;
            fleet.score("a", time.toString(), warning, 0.05);
            fleet.score("b", time.toString(), half == 10 ? 0.5 : 0.05, 0.05);
        }
        return fleet.failure("a", "2015-03-10T06:00:00Z", "c0")
                .failure("a", "2015-03-19T06:00:00Z", "c0")
                .observed("a", "2015-05-01T00:00:00Z")
                .observed("b", "2015-05-01T00:00:00Z");
    }
}
