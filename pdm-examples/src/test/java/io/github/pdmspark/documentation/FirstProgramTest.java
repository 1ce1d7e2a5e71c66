package io.github.pdmspark.documentation;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.evaluation.FailureScope;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.simulator.FleetSimulator;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.ParquetFiles;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program that the README shows. */
@ExtendWith(LocalSpark.class)
@Tag("slow")
class FirstProgramTest {

    private final SparkSession spark;

    @TempDir
    private Path folder;

    FirstProgramTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void givesOneScoreRowPerMachineAndTime() {
        FleetSimulator.builder().machines(12).days(365).seed(7).build().writeParquet(spark, folder.toString());

        Dataset<Row> scores = scores(
                table("telemetry"),
                table("errors"),
                table("maint"),
                table("failures"),
                table("machines"),
                folder.resolve("pumps").toString());

        assertThat(scores.columns())
                .containsExactly(
                        "machine_id",
                        "as_of",
                        "status",
                        "score",
                        "top_component",
                        "score_comp1",
                        "score_comp2",
                        "score_comp3",
                        "score_comp4",
                        "imputed",
                        "model_id",
                        "run_id",
                        "scored_at");
        assertThat(scores.count())
                .isEqualTo(scores.select("machine_id", "as_of").distinct().count())
                .isPositive();
        assertThat(scores.where("status = 'SCORED'").count()).isPositive();
    }

    private Dataset<Row> table(String name) {
        return ParquetFiles.read(spark, folder.resolve(name).toString());
    }

    private Dataset<Row> scores(
            Dataset<Row> telemetry,
            Dataset<Row> errors,
            Dataset<Row> maintenance,
            Dataset<Row> failures,
            Dataset<Row> machines,
            String path) {
        // spotless:off
        // region program
        FleetHistory history = FleetHistory.builder()                   // checks everything, quarantines bad rows
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(telemetry).machineId("machineID").time("datetime")
                        .sensors("volt", "rotate", "pressure", "vibration").sampledEvery(ofHours(1)))
                .errors(ErrorLog.from(errors).machineId("machineID").time("datetime").code("errorID"))
                .maintenance(MaintenanceLog.from(maintenance).machineId("machineID").time("datetime").component("comp"))
                .failures(FailureLog.from(failures).machineId("machineID").time("datetime").component("failure"))
                .machines(Machines.from(machines).machineId("machineID").categorical("model").numeric("age"))
                .build();

        FeaturePipeline features = FeaturePipeline.builder()
                .every(ofHours(3))
                .rolling(Statistic.MEAN, Statistic.STDDEV).over(ofHours(12), ofHours(24), ofHours(36))
                .errorCounts().over(ofHours(24))
                .timeSinceMaintenance()
                .machineAttributes()
                .build();

        LabelledDataset dataset = LabelledDataset.of(history, features, FailureLabel.within(ofHours(24)));
        TemporalSplit split = TemporalSplit.of(dataset).trainUntil("2015-10-01").testFrom("2015-11-01");
        ModelBundle model = Training.with(RandomForestTrainer.builder().trees(50).depth(10).seed(42).build())
                .on(split.train())
                .withPolicy(AlarmPolicy.threshold(0.4));
        EvaluationReport report = Evaluator.of(history).matchWithin(ofDays(7)).counting(FailureScope.WHOLE_WINDOW_IN_RANGE)
                .evaluate(model, split.test());
        System.out.println(report);                                     // failures announced, lead time, false alarms
        model.save(path);

        ScoringPipeline scorer = ScoringPipeline.load(spark, path);     // raw history in: nothing can drift
        Dataset<Row> scores = scorer.score(history, TimeRange.from("2015-11-01")).rows();
        // endregion
        // spotless:on
        return scores;
    }
}
