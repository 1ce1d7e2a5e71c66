package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class AlarmTuningTest {

    private static final AlarmPolicy SINGLE = AlarmPolicy.threshold(0.5).kOfN(1, 1);

    private final SparkSession spark;

    AlarmTuningTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void choosesTheMostDetectionsWithinTheLimitAndTheHighestThresholdOfEquals() {
        TunedAlarm tuned = AlarmTuning.atMost(0).among(SINGLE).tune(evaluation(fleet()));

        assertThat(tuned.limit()).isEqualTo(TunedAlarm.Limit.KEPT);
        assertThat(tuned.policy().threshold()).isEqualTo(0.6);
        assertThat(tuned.onCalibration().counts().detected()).isEqualTo(1);
        assertThat(tuned.frontier()).hasSize(99);
        assertThat(tuned.toString())
                .contains("    0.600  1/1       1/2           12.0                   0.000  <- chosen");
    }

    @Test
    void looserLimitBuysTheSecondDetection() {
        TunedAlarm tuned = AlarmTuning.atMost(1_000).among(SINGLE).tune(evaluation(fleet()));

        assertThat(tuned.onCalibration().counts().detected()).isEqualTo(2);
        assertThat(tuned.policy().threshold()).isEqualTo(0.3);
    }

    @Test
    void whenNoCandidateKeepsTheLimitTheFewestFalseAlarmsWinAndItSaysSo() {
        AlarmTuning tuning = new AlarmTuning(0, List.of(SINGLE.withThreshold(0.2), SINGLE.withThreshold(0.3)));

        TunedAlarm tuned = tuning.tune(evaluation(fleet()));

        assertThat(tuned.limit()).isEqualTo(TunedAlarm.Limit.BROKEN);
        assertThat(tuned.policy().threshold()).isEqualTo(0.3);
    }

    @Test
    void calibrationWithoutFailuresIsRefused() {
        FleetTables fleet = new FleetTables(spark)
                .score("a", "2015-03-01T06:00:00Z", 0.1, 0.1)
                .observed("a", "2015-04-01T00:00:00Z");

        assertThatExceptionOfType(TrainingException.class)
                .isThrownBy(() -> AlarmTuning.atMost(1).tune(evaluation(fleet)))
                .withMessageContaining("The calibration slice has 0 failures")
                .satisfies(e -> assertThat(e.condition()).isEqualTo(ErrorCondition.PDM_NO_FAILURES));
    }

    @Test
    void calibrationThatIsNotObservedLongEnoughIsRefused() {
        FleetTables fleet = new FleetTables(spark)
                .score("a", "2015-03-01T06:00:00Z", 0.1, 0.1)
                .failure("a", "2015-03-02T06:00:00Z", "c0")
                .observed("a", "2015-03-03T00:00:00Z");

        assertThatExceptionOfType(TrainingException.class)
                .isThrownBy(() -> AlarmTuning.atMost(1).tune(evaluation(fleet)))
                .withMessageContaining("no scored time in which an alarm could be proven false")
                .satisfies(e -> assertThat(e.condition()).isEqualTo(ErrorCondition.PDM_NO_USABLE_ROWS));
    }

    @Test
    void impossibleLimitsAndNoCandidatesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlarmTuning.atMost(-1))
                .withMessage("The limit on false alarms is zero or more per machine-year, but it is -1.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlarmTuning(1, List.of()))
                .withMessage("Tuning needs at least one candidate policy.");
    }

    @Test
    void baselinesAreChosenOnTheCalibrationSliceToo() {
        FleetTables fleet = fleet();
        for (String day : List.of("04", "11")) {
            fleet.error("a", "2015-03-" + day + "T20:00:00Z", "e1").error("b", "2015-03-" + day + "T20:00:00Z", "e9");
        }
        fleet.failure("a", "2015-03-05T06:00:00Z", "c1").failure("a", "2015-03-12T06:00:00Z", "c1");
        fleet.repair("a", "2015-02-04T06:00:00Z", "2015-02-04T06:00:00Z", "c0");

        List<Rule> rules =
                Baselines.chosenOn(evaluation(fleet), AlarmTuning.atMost(10)).rules();

        assertThat(rules).hasSize(4);
        assertThat(rules.get(2)).isEqualTo(new Rule.ByAge(Duration.ofDays(30)));
        assertThat(((Rule.ByErrors) rules.get(3)).componentOfCode())
                .containsExactlyEntriesOf(java.util.Map.of("e1", 1));
        assertThat(((Rule.ByErrors) rules.get(3)).count()).isEqualTo(1);
        assertThat(Baselines.withoutCalibration().rules()).containsExactly(new Rule.Never(), new Rule.Always());
    }

    private static EventEvaluation evaluation(FleetTables fleet) {
        return fleet.evaluation()
                .every(Duration.ofHours(12))
                .during(TimeRange.of("2015-03-01", "2015-04-01"))
                .matching(new MatchWindow(Duration.ZERO, Duration.ofDays(7)))
                .build();
    }

    /** Two failures of c0 on machine a, warned with 0.6 and 0.3; on machine b a false alarm of 0.5. */
    private FleetTables fleet() {
        FleetTables fleet = new FleetTables(spark);
        for (int half = 0; half < 62; half++) {
            Instant time = Instant.parse("2015-03-01T06:00:00Z").plus(Duration.ofHours(12L * half));
            double warning = half == 17 ? 0.6 : half == 35 ? 0.3 : 0.1;
            fleet.score("a", time.toString(), warning, 0.1);
            fleet.score("b", time.toString(), half == 10 ? 0.5 : 0.1, 0.1);
        }
        return fleet.failure("a", "2015-03-10T06:00:00Z", "c0")
                .failure("a", "2015-03-19T06:00:00Z", "c0")
                .observed("a", "2015-05-01T00:00:00Z")
                .observed("b", "2015-05-01T00:00:00Z");
    }
}
