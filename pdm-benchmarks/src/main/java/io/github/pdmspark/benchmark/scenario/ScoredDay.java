package io.github.pdmspark.benchmark.scenario;

import static java.time.Duration.ofHours;
import static org.apache.spark.sql.functions.col;

import io.github.pdmspark.benchmark.fleet.StoredFleet;
import io.github.pdmspark.benchmark.fleet.UsualFeatures;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.increment.IncrementalScoring;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.publication.ParquetTable;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.simulator.Faults;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.spec.SpecDocument;
import io.github.pdmspark.storage.FleetReader;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;

/** A scheduled run as {@code pdm score} does it, from checked Parquet files by day to published scores. */
final class ScoredDay {

    private static final int TRAINING_MACHINES = 100;
    private static final int TRAINING_DAYS = 60;
    private static final int TREES = 20;
    private static final int DEPTH = 8;
    private static final Instant START = Instant.parse("2015-01-01T00:00:00Z");

    private final SparkSession spark;
    private final Path folder;
    private final JobSpec spec;
    private final ScoringPipeline scorer;
    private final int days;

    ScoredDay(SparkSession spark, Path folder, int machines, int days) {
        this.spark = spark;
        this.folder = folder;
        this.days = days;
        this.spec = spec(byDay(StoredFleet.simulated(spark, folder, machines, days, Faults.none())));
        this.scorer = scorer();
    }

    Scenario scenario() {
        Instant end = START.plus(Duration.ofDays(days));
        TimeRange lastDay = new TimeRange(end.minus(Duration.ofDays(1)), end);
        return Scenario.of(
                        "increment", "A day that is read, checked, scored and published costs at most 1/20 of the year")
                .with("the year", 1, () -> score(new TimeRange(START, end)))
                .with("one more day", 1, () -> score(lastDay));
    }

    private void score(TimeRange range) {
        String table = folder.resolve("scores-" + UUID.randomUUID()).toString();
        IncrementalScoring.of(scorer, read -> FleetReader.read(spark, spec, read), ParquetTable.at(spark, table))
                .build()
                .run(range);
    }

    private StoredFleet byDay(StoredFleet fleet) {
        StoredFleet daily =
                new StoredFleet(fleet.folder().resolveSibling(fleet.folder().getFileName() + "-by-day"));
        if (!Files.exists(Path.of(daily.path("telemetry"), "_SUCCESS"))) {
            for (String table : StoredFleet.TABLES.subList(1, StoredFleet.TABLES.size())) {
                fleet.table(spark, table).coalesce(1).write().mode("overwrite").parquet(daily.path(table));
            }
            fleet.table(spark, "telemetry")
                    .selectExpr("*", "date(datetime) AS day")
                    .repartition(col("day"))
                    .sortWithinPartitions("day", "datetime")
                    .write()
                    .mode("overwrite")
                    .partitionBy("day")
                    .parquet(daily.path("telemetry"));
        }
        return daily;
    }

    private ScoringPipeline scorer() {
        FeaturePipeline features = UsualFeatures.every(ofHours(12));
        StoredFleet fleet = StoredFleet.simulated(spark, folder, TRAINING_MACHINES, TRAINING_DAYS, Faults.none());
        LabelledDataset rows =
                LabelledDataset.of(fleet.history(spark), features, FailureLabel.within(Duration.ofDays(1)));
        return ScoringPipeline.of(Training.with(
                        RandomForestTrainer.builder().trees(TREES).depth(DEPTH).build())
                .on(rows));
    }

    private static JobSpec spec(StoredFleet fleet) {
        String dated = "machine_id: machineID, time: datetime";
        String yaml = """
                sources:
                  telemetry: {from: {kind: parquet, path: %1$s/telemetry}, %2$s, sampled_every: 1h, day: day,
                    sensors: [volt, rotate, pressure, vibration]}
                  errors: {from: {kind: parquet, path: %1$s/errors}, %2$s, code: errorID}
                  maintenance: {from: {kind: parquet, path: %1$s/maint}, %2$s, component: comp}
                  failures: {from: {kind: parquet, path: %1$s/failures}, %2$s, component: failure}
                  machines: {from: {kind: parquet, path: %1$s/machines}, machine_id: machineID, categorical: [model],
                    numeric: [age]}
                """.formatted(fleet.folder(), dated);
        return SpecDocument.read("fleet.yaml", yaml, Map.of()).spec();
    }
}
