package io.github.pdmspark.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.testing.DataFolder;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The independent referee: the reference's own scores of 100 machines and the figures that were published for them (alarm =
 * the component's score is the largest and at least tau; alarms within 24 h are one episode; right = the component fails
 * within 7 days). Those episodes know no resets: without maintenance our definitions give the same figures.
 */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class ReferenceScoresTest {

    private static final List<String> COMPONENTS = List.of("comp1", "comp2", "comp3", "comp4");

    private final String folder = DataFolder.named("fleet-100");
    private final SparkSession spark;

    ReferenceScoresTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void publishedFiguresComeOut() {
        List<EventMetrics> metrics =
                evaluation().build().judgeAll(List.of(rule(0.7), rule(0.5), rule(0.35), rule(0.2)));

        assertFigures(metrics.get(0), 72, 2, 0.15);
        assertFigures(metrics.get(1), 73, 11, 0.85);
        assertFigures(metrics.get(2), 75, 80, 6.2);
        assertThat(metrics.get(3).lead().medianHours()).isEqualTo(Metric.of(36));
    }

    /** Repairs end the drift that stale windows still show: one or two alarms right after a repair are suppressed. */
    @Test
    void repairsOnlyTakeAwayFalseAlarms() {
        List<EventMetrics> metrics = evaluation()
                .maintenance(events("maint.csv", "comp"))
                .build()
                .judgeAll(List.of(rule(0.7), rule(0.5), rule(0.35)));

        assertFigures(metrics.get(0), 72, 2, 0.15);
        assertFigures(metrics.get(1), 73, 10, 0.77);
        assertFigures(metrics.get(2), 75, 79, 6.1);
    }

    @Test
    void rowMetricsOfTheirScoresAreComputed() {
        List<String> classes = List.of("none", "comp1", "comp2", "comp3", "comp4");
        Dataset<Row> rows = reference()
                .selectExpr(
                        "CASE WHEN label_e = 0 THEN 'none' ELSE concat('comp', cast(label_e AS int)) END AS label",
                        "array(p_none, p_comp1, p_comp2, p_comp3, p_comp4) AS class_scores");
        RowMetrics metrics =
                RowEvaluation.of(rows, classes, "label", "class_scores").metrics();

        assertThat(metrics.rows()).isEqualTo(9_606);
        assertThat(metrics.confusion().accuracy().value().value().orElseThrow()).isCloseTo(0.9432, within(0.00005));
        assertThat(metrics.confusion().counts())
                .containsExactly(
                        List.of(8876L, 10L, 0L, 1L, 7L),
                        List.of(107L, 33L, 0L, 0L, 0L),
                        List.of(199L, 0L, 66L, 0L, 1L),
                        List.of(90L, 0L, 0L, 32L, 1L),
                        List.of(128L, 1L, 0L, 1L, 53L));
    }

    private static void assertFigures(EventMetrics metrics, long detected, long unconfirmed, double perYear) {
        assertThat(metrics.counts().failures()).isEqualTo(80);
        assertThat(metrics.counts().detected()).isEqualTo(detected);
        assertThat(metrics.lead().medianHours()).isEqualTo(Metric.of(12));
        Frequency alarms = metrics.unconfirmedAlarmsOfScoredTime();
        assertThat(alarms.events()).isEqualTo(unconfirmed);
        assertThat(alarms.perMachineYear().value().orElseThrow()).isCloseTo(perYear, within(0.05 * perYear));
    }

    private static Rule rule(double threshold) {
        return new Rule.ByScore(AlarmPolicy.threshold(threshold)
                .releaseBelow(threshold)
                .kOfN(1, 1)
                .cooldown(Duration.ofHours(24))
                .topComponentOnly());
    }

    private EventEvaluationBuilder evaluation() {
        Dataset<Row> scores = reference();
        for (String component : COMPONENTS) {
            scores = scores.withColumnRenamed("p_" + component, "score_" + component);
        }
        return EventEvaluation.builder()
                .scores(scores.withColumnRenamed("machineID", "machine_id")
                        .withColumnRenamed("known_at", "as_of")
                        .withColumn("status", lit("SCORED"))
                        // Rows that the reference doubled: same scores, two labels.
                        .dropDuplicates("machine_id", "as_of"))
                .components(COMPONENTS)
                .every(Duration.ofHours(12))
                .during(TimeRange.of("2015-11-15T00:00:00Z", "2016-01-01T12:00:00Z"))
                .failures(events("failures.csv", "failure"))
                .endOfObservation(scores.select(col("machineID").as("machine_id"))
                        .distinct()
                        .withColumn(
                                "end_of_observation",
                                lit("2016-01-01T12:00:00Z").cast("timestamp")))
                .matching(new MatchWindow(Duration.ZERO, Duration.ofDays(7)))
                .counting(FailureScope.WHOLE_WINDOW_IN_RANGE);
    }

    private Dataset<Row> reference() {
        return spark.read()
                .option("header", true)
                .schema("machineID STRING, dt_truncated STRING, known_at TIMESTAMP, label_e DOUBLE, predicted STRING, "
                        + "p_none DOUBLE, p_comp2 DOUBLE, p_comp4 DOUBLE, p_comp1 DOUBLE, p_comp3 DOUBLE")
                .csv(folder + "/reference_scores.csv.gz");
    }

    private Dataset<Row> events(String file, String component) {
        return spark.read()
                .option("header", true)
                .csv(folder + "/" + file)
                .select(
                        col("machineID").as("machine_id"),
                        col("datetime").cast("timestamp").as("event_time"),
                        col(component).as("component"));
    }
}
