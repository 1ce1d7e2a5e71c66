package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.fleet.FleetHistoryBuilder;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One machine, read from 03-01 to 03-12, scored and alarmed once on 03-05 06:00; it fails on 03-20. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class EvaluatorTest {

    private static final AlarmPolicy SINGLE = AlarmPolicy.threshold(0.5).kOfN(1, 1);

    private final SparkSession spark;

    EvaluatorTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void machineIsObservedUntilItsLastReadingPlusOnePeriod() {
        assertThat(undetermined(history("2015-03-12T05:00:00Z"), Duration.ZERO)).isZero();
        assertThat(undetermined(history("2015-03-12T04:59:59Z"), Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void declaredEndOfObservationWins() {
        FleetHistoryBuilder builder = history("2015-03-12T05:00:00Z");

        assertThat(undetermined(builder.observedUntil(Instant.parse("2015-03-12T05:59:00Z")), Duration.ZERO))
                .isEqualTo(1);
    }

    @Test
    void leadLengthensTheIntervalThatMustBeObserved() {
        assertThat(undetermined(history("2015-03-12T05:00:00Z"), Duration.ofHours(1)))
                .isEqualTo(1);
    }

    @Test
    void reportPutsTheBaselinesBeside() {
        EventEvaluation events = events(history("2015-03-12T05:00:00Z"), Duration.ZERO);
        Dataset<Row> rows = spark.sql("SELECT 'none' AS label, array(0.9D, 0.1D) AS class_scores");
        EvaluationReport report = Evaluator.report(
                events,
                SINGLE,
                Baselines.withoutCalibration(),
                RowEvaluation.of(rows, List.of("none", "c0"), "label", "class_scores"));

        assertThat(report.events().rule()).isEqualTo("score >= 0.5");
        assertThat(report.baselines()).extracting(EventMetrics::rule).containsExactly("never alarm", "always alarm");
        assertThat(report.rows().rows()).isEqualTo(1);
    }

    @Test
    void matchingThatWasNotSetIsRefused() {
        Evaluator evaluator = Evaluator.of(history("2015-03-12T05:00:00Z").build());

        assertThatIllegalStateException()
                .isThrownBy(() -> evaluator.events(
                        spark.emptyDataFrame(), List.of("c0"), Duration.ofHours(1), TimeRange.from("2015-03-01")))
                .withMessage("How alarms are matched with failures is not set. "
                        + "Call matchWithin(Duration.ofDays(7)) or similar first.");
    }

    @Test
    void windowWithoutLengthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatchWindow(Duration.ZERO, Duration.ZERO))
                .withMessage(
                        "An actionable window needs lead >= 0 and a length > 0, but lead is PT0S and the length is PT0S.");
    }

    private long undetermined(FleetHistoryBuilder history, Duration lead) {
        return events(history, lead).judge(SINGLE).counts().undeterminedEpisodes();
    }

    private EventEvaluation events(FleetHistoryBuilder history, Duration lead) {
        FleetTables scores = new FleetTables(spark).score("a", "2015-03-05T06:00:00Z", 0.9, 0.0);
        return Evaluator.of(history.build())
                .matchWithin(Duration.ofDays(7))
                .lead(lead)
                .counting(FailureScope.IN_RANGE)
                .events(scores.scores(), List.of("c0"), Duration.ofHours(12), TimeRange.of("2015-03-01", "2015-03-06"));
    }

    private FleetHistoryBuilder history(String lastReading) {
        Dataset<Row> telemetry = spark.createDataFrame(
                        List.of(
                                RowFactory.create("a", "2015-03-01T00:00:00Z", 1.0),
                                RowFactory.create("a", lastReading, 1.0)),
                        new StructType()
                                .add("id", DataTypes.StringType)
                                .add("time", DataTypes.StringType)
                                .add("volt", DataTypes.DoubleType))
                .selectExpr("id", "cast(time as timestamp) as time", "volt");
        Dataset<Row> failures =
                spark.sql("SELECT 'a' AS id, timestamp'2015-03-20 00:00:00Z' AS time, 'c0' AS component");
        return FleetHistory.builder()
                .telemetry(Telemetry.from(telemetry)
                        .machineId("id")
                        .time("time")
                        .sensors("volt")
                        .sampledEvery(Duration.ofHours(1)))
                .failures(FailureLog.from(failures).machineId("id").time("time").component("component"));
    }
}
