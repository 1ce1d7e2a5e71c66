package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class EventEvaluationTest {

    private static final AlarmPolicy SINGLE = AlarmPolicy.threshold(0.5).kOfN(1, 1);
    private static final TimeRange MARCH = TimeRange.of("2015-03-01", "2015-04-01");

    private final SparkSession spark;

    EventEvaluationTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void fleetWithEveryOutcomeIsCounted() {
        EventMetrics metrics = evaluation(fleet()).build().judge(SINGLE);

        assertThat(metrics.counts()).isEqualTo(new EventCounts(1, 1, 0, 0, 1, 1, 0, 1, 1));
        assertThat(metrics.counts().detection()).isEqualTo(new Share(1, 2));
        assertThat(metrics.counts().strictDetection()).isEqualTo(new Share(1, 3));
        assertThat(metrics.lead().medianHours()).isEqualTo(Metric.of(36));
        assertThat(metrics.machines()).isEqualTo(2);
        assertThat(metrics.components().get(1).counts().missed()).isEqualTo(1);
        assertThat(metrics.medianLeadInterval()).contains(new Interval(36, 36));
    }

    @Test
    void ratesNameTheTimeTheyAreOver() {
        EventMetrics metrics = evaluation(fleet()).build().judge(SINGLE);
        double day = 1 / 365.25;

        assertThat(metrics.scoredYears()).isCloseTo((16 + 30.75) * day, within(1e-12));
        assertThat(metrics.falseAlarmsOfScoredTime().events()).isEqualTo(1);
        assertThat(metrics.unconfirmedAlarmsOfScoredTime().events()).isEqualTo(2);
        // Machine a: 16 days less one window of 7 days of each component; b: its rows up to 7 days before its end.
        assertThat(metrics.quietYears()).isCloseTo((16 - 7 + 24.5) * day, within(1e-12));
    }

    @Test
    void failuresAndEpisodesAreTables() {
        EventEvaluation evaluation = evaluation(fleet()).build();

        assertThat(evaluation.failures(SINGLE).filter("outcome = 'DETECTED'").collectAsList())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getString(row.fieldIndex("machine_id"))).isEqualTo("a");
                    assertThat(row.<Timestamp>getAs("warned_at").toInstant())
                            .isEqualTo(Instant.parse("2015-03-08T18:00:00Z"));
                    assertThat(row.<Double>getAs("lead_hours")).isEqualTo(36);
                });
        assertThat(evaluation
                        .episodes(SINGLE)
                        .sort("started_at")
                        .select("outcome", "ended_at")
                        .collectAsList())
                .extracting(row -> row.getString(0) + (row.isNullAt(1) ? " still on" : ""))
                .containsExactly("FALSE", "TRUE", "UNDETERMINED still on");
    }

    @Test
    void partitioningChangesNothing() {
        EventMetrics one = evaluation(fleet()).build().judge(SINGLE);
        FleetTables fleet = fleet();
        EventMetrics seven = evaluation(fleet)
                .scores(fleet.scores().repartition(7).orderBy(functions.rand(1)))
                .build()
                .judge(SINGLE);

        assertThat(seven).isEqualTo(one);
    }

    @Test
    void scoresAreReadOnceForThePolicyAndAllBaselines() {
        LongAccumulator reads = spark.sparkContext().longAccumulator();
        FleetTables fleet = fleet();
        Dataset<Row> counted = fleet.scores()
                .withColumn(
                        "score_c0",
                        functions
                                .udf(
                                        (Double score) -> {
                                            reads.add(1);
                                            return score;
                                        },
                                        DataTypes.DoubleType)
                                .asNondeterministic()
                                .apply(functions.col("score_c0")));

        List<EventMetrics> metrics = evaluation(fleet)
                .scores(counted)
                .build()
                .judge(SINGLE, Baselines.withoutCalibration().rules());

        assertThat(metrics).hasSize(3);
        assertThat(reads.value()).isLessThanOrEqualTo(fleet.scores().count());
    }

    @Test
    void repairEndsAnAlarmWhenItIsKnown() {
        FleetTables fleet = fleet().repair("b", "2015-03-30T12:00:00Z", "2015-03-31T12:00:00Z", "c0");

        assertThat(evaluation(fleet)
                        .build()
                        .episodes(SINGLE)
                        .filter("outcome = 'UNDETERMINED'")
                        .sort("started_at")
                        .selectExpr("cast(started_at as string)", "cast(ended_at as string)")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[2015-03-30 18:00:00,2015-03-31 12:00:00]", "[2015-03-31 18:00:00,null]");
    }

    @Test
    void recordsThatBecomeVisibleTogetherAreTakenInTheOrderOfTheirEffect() {
        FleetTables fleet = fleet().failureKnown("b", "2015-03-20T06:00:00Z", "2015-03-20T06:00:00.000001Z", "c0")
                .repair("b", "2015-03-20T06:00:00Z", "2015-03-20T06:00:00Z", "c0");

        assertThat(evaluation(fleet).build().judge(SINGLE).counts().failures()).isEqualTo(4);
    }

    @Test
    void machineWithTwoRowsOfOneTimeIsNamed() {
        FleetTables fleet = fleet().score("b", "2015-03-01T06:00:00Z", 0.1, 0.1);

        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> evaluation(fleet).build().judge(SINGLE))
                .withMessageContaining("Machine 'b': The score at 2015-03-01T06:00:00Z is out of order");
    }

    @Test
    void emptyTablesGiveReasonsAndNoNumbers() {
        EventMetrics metrics = evaluation(new FleetTables(spark)).build().judge(SINGLE);

        assertThat(metrics.counts().failures()).isZero();
        assertThat(metrics.counts().detection().value().reason()).contains("nothing to count: 0 of 0");
        assertThat(metrics.falseAlarms().perMachineYear().reason()).contains("no machine time was observed");
        assertThat(metrics.lead().medianHours().reason()).contains("no failure was detected");
        assertThat(metrics.bootstrap()).isEmpty();
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> EventEvaluation.builder().build())
                .withMessage("An event evaluation is not complete. Call first: "
                        + "scores, every, during, failures, endOfObservation, matching, components");
    }

    @Test
    void stepOfNoLengthIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> evaluation(fleet()).every(Duration.ZERO).build())
                .withMessage("every(...) needs a duration longer than zero, but it is PT0S.");
    }

    private static EventEvaluationBuilder evaluation(FleetTables fleet) {
        return fleet.evaluation()
                .every(Duration.ofHours(12))
                .during(MARCH)
                .matching(new MatchWindow(Duration.ZERO, Duration.ofDays(7)));
    }

    /**
     * Machine a: scored 03-01 .. 03-16, c0 fails on 03-10 06:00 (detected), c1 on 03-12 06:00 (missed), c1 on 03-30 (not
     * seen). Machine b: scored all March, observed until its end, a false alarm on 03-05 and an undetermined one on 03-30.
     */
    private FleetTables fleet() {
        FleetTables fleet = new FleetTables(spark);
        for (int half = 0; half < 62; half++) {
            String time = Instant.parse("2015-03-01T06:00:00Z")
                    .plus(Duration.ofHours(12L * half))
                    .toString();
            boolean warned = half == 15 || half == 16;
            if (half < 32) {
                fleet.score("a", time, warned ? 0.9 : 0.1, 0.1);
            } else {
                fleet.unscored("a", time, "LOW_COVERAGE");
            }
            fleet.score("b", time, half == 8 || half >= 59 ? 0.9 : 0.1, 0.1);
        }
        // Outside the range: the last moment before it and its end, which does not belong to it.
        fleet.score("b", "2015-02-28T23:59:59.999999Z", 0.9, 0.9).score("a", "2015-04-01T00:00:00Z", 0.9, 0.9);
        return fleet.failure("a", "2015-03-10T06:00:00Z", "c0")
                .failure("a", "2015-03-12T06:00:00Z", "c1")
                .failure("a", "2015-03-30T06:00:00Z", "c1")
                .failure("a", "2015-02-20T06:00:00Z", "other component")
                .observed("a", "2015-04-01T06:00:00Z")
                .observed("b", "2015-04-01T06:00:00Z");
    }
}
