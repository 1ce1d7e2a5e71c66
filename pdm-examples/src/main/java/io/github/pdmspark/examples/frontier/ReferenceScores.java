package io.github.pdmspark.examples.frontier;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.evaluation.AlarmTuning;
import io.github.pdmspark.evaluation.EventEvaluation;
import io.github.pdmspark.evaluation.FailureScope;
import io.github.pdmspark.evaluation.MatchWindow;
import io.github.pdmspark.evaluation.TunedAlarm.FrontierPoint;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.time.TimeRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Scores of the notebooks that this library replaces, where the folder has them: {@code reference_scores.csv.gz}. */
record ReferenceScores(Path file) {

    private static final List<String> COMPONENTS = List.of("comp1", "comp2", "comp3", "comp4");
    private static final TimeRange RANGE = TimeRange.of("2015-11-15T00:00:00Z", "2016-01-01T12:00:00Z");
    private static final AlarmPolicy EPISODES = AlarmPolicy.threshold(0.5)
            .releaseBelow(0.5)
            .kOfN(1, 1)
            .cooldown(Duration.ofHours(24))
            .topComponentOnly();

    static Optional<ReferenceScores> in(Path folder) {
        Path file = folder.resolve("reference_scores.csv.gz");
        return Files.isRegularFile(file) ? Optional.of(new ReferenceScores(file)) : Optional.empty();
    }

    /** The verdict at the thresholds 0.01 .. 0.99; an alarm is the top component at or above the threshold. */
    List<FrontierPoint> frontier(SparkSession spark, FleetHistory history) {
        Dataset<Row> scores = scores(spark);
        EventEvaluation evaluation = EventEvaluation.builder()
                .scores(scores)
                .components(COMPONENTS)
                .every(Duration.ofHours(12))
                .during(RANGE)
                .failures(history.failures())
                .endOfObservation(
                        scores.select("machine_id").distinct().withColumn("end_of_observation", lit(RANGE.end())))
                .matching(new MatchWindow(Duration.ZERO, Duration.ofDays(7)))
                .counting(FailureScope.WHOLE_WINDOW_IN_RANGE)
                .build();
        return AlarmTuning.atMost(0).among(EPISODES).tune(evaluation).frontier();
    }

    private Dataset<Row> scores(SparkSession spark) {
        Dataset<Row> scores = spark.read()
                .option("header", true)
                .schema("machineID STRING, dt_truncated STRING, known_at TIMESTAMP, label_e DOUBLE, predicted STRING, "
                        + "p_none DOUBLE, p_comp2 DOUBLE, p_comp4 DOUBLE, p_comp1 DOUBLE, p_comp3 DOUBLE")
                .csv(file.toString());
        for (String component : COMPONENTS) {
            scores = scores.withColumnRenamed("p_" + component, "score_" + component);
        }
        return scores.withColumnRenamed("machineID", "machine_id")
                .withColumn("as_of", col("known_at"))
                .withColumn("status", lit("SCORED"))
                .drop("known_at")
                .dropDuplicates("machine_id", "as_of");
    }
}
