package io.github.pdmspark.monitoring;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.scoring.WearingFleet;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Retraining;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the page about monitoring shows. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class MonitoringExampleTest {

    @Test
    void pageRuns(SparkSession spark, @TempDir Path folder) {
        ModelBundle model = MonitoredFleet.bundle(spark);
        FleetHistory history = WearingFleet.history(spark);
        Instant now = WearingFleet.START.plus(ofDays(30));
        Dataset<Row> scores = MonitoredFleet.scores(spark, model);
        String logPath = folder.resolve("log").toString();

        // spotless:off
        // region log
        scores.write().mode("append").parquet(logPath);                      // after each scoring run
        PredictionLog log = PredictionLog.of(spark.read().parquet(logPath), model.target().components());
        // endregion

        // region matured
        MaturedEvaluation matured = MaturedEvaluation.of(model, ofDays(1));  // a failure is reported within a day
        MaturedReport report = matured.evaluate(log, history, now);
        System.out.println(report);
        Restatement restatement = matured.restate(report, log, history, now.plus(ofDays(7)));
        System.out.println(restatement.changes());                           // empty: the verdict stands
        // endregion

        // region drift
        Dataset<Row> features = FeaturePipeline.of(model.spec())
                .over(history, TimeRange.of(now.minus(ofDays(7)), now)).rows();
        DriftReport drift = DriftMonitor.of(model).check(features);
        System.out.println(drift);
        // endregion

        // region retrain
        ModelBundle challenger = Retraining.of(model).on(history, TimeRange.of(now.minus(ofDays(20)), now));
        // endregion
        // spotless:on

        assertThat(report.mature()).isPositive();
        assertThat(drift.rows()).isPositive();
        assertThat(challenger.provenance().parent()).contains(model.modelId());
        assertThat(restatement.before()).isEqualTo(report);
    }
}
