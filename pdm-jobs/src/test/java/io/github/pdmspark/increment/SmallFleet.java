package io.github.pdmspark.increment;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.ledger.RunLedger;
import io.github.pdmspark.mllib.LogisticRegressionTrainer;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.publication.ParquetTable;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.simulator.FleetSimulator;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.spec.SpecDocument;
import io.github.pdmspark.storage.FleetReader;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** A simulated fleet in Parquet folders, a model that was trained on it, and the scores of it. */
public final class SmallFleet {

    public static final TimeRange WEEK = TimeRange.of("2015-02-10", "2015-02-14");

    private final SparkSession spark;
    private final Path folder;
    private final String telemetry;
    private final String events;

    public SmallFleet(SparkSession spark, Path folder) {
        this(spark, folder, "data/telemetry", "data");
    }

    private SmallFleet(SparkSession spark, Path folder, String telemetry, String events) {
        this.spark = spark;
        this.folder = folder;
        this.telemetry = telemetry;
        this.events = events;
    }

    /** The same fleet with other readings. */
    SmallFleet withTelemetry(String name) {
        return new SmallFleet(spark, folder, name, events);
    }

    /** The same machines with other records. */
    public SmallFleet withRecords(String name) {
        return new SmallFleet(spark, folder, name + "/telemetry", name);
    }

    /** Writes the tables and the model. */
    public static SmallFleet create(SparkSession spark, Path folder) {
        SmallFleet fleet = new SmallFleet(spark, folder);
        FleetSimulator.builder()
                .machines(8)
                .days(50)
                .seed(3)
                .build()
                .writeParquet(spark, folder.resolve("data").toString());
        FleetHistory history = FleetReader.read(spark, fleet.spec());
        FeaturePipeline features = FeaturePipeline.builder()
                .every(Duration.ofHours(6))
                .rolling(Statistic.MEAN, Statistic.STDDEV)
                .over(Duration.ofHours(12), Duration.ofHours(24))
                .errorCounts()
                .over(Duration.ofHours(24))
                .timeSinceMaintenance()
                .machineAttributes()
                .build();
        LabelledDataset rows = LabelledDataset.of(history, features, FailureLabel.within(Duration.ofDays(2)));
        ModelBundle model = Training.with(
                        LogisticRegressionTrainer.builder().iterations(10).build())
                .on(rows.between(TimeRange.of("2015-01-01", "2015-02-08")));
        model.save(folder.resolve("model").toString());
        return fleet;
    }

    public JobSpec spec() {
        return document(Map.of()).spec();
    }

    /** The specification with the model, and with settings of its own. */
    public SpecDocument document(Map<String, String> settings) {
        String dated = "machine_id: machineID, time: datetime";
        String yaml = """
                zone: UTC
                sources:
                  telemetry: {from: {kind: parquet, path: %3$s}, %2$s, sampled_every: 1h,
                    sensors: [volt, rotate, pressure, vibration], duplicates: keep_first_known}
                  errors: {from: {kind: parquet, path: %4$s/errors}, %2$s, code: errorID}
                  maintenance: {from: {kind: parquet, path: %4$s/maint}, %2$s, component: comp}
                  failures: {from: {kind: parquet, path: %4$s/failures}, %2$s, component: failure}
                  machines: {from: {kind: parquet, path: %1$s/machines}, machine_id: machineID, categorical: [model],
                    numeric: [age]}
                """.formatted(folder.resolve("data"), dated, folder.resolve(telemetry), folder.resolve(events));
        Map<String, String> all = new HashMap<>(settings);
        all.put("model", path("model"));
        return SpecDocument.read("fleet.yaml", yaml, all);
    }

    public FleetHistory history(TimeRange range) {
        return FleetReader.read(spark, spec(), range);
    }

    public ScoringPipeline scorer() {
        return ScoringPipeline.load(spark, folder.resolve("model").toString());
    }

    public ParquetTable table(String name) {
        return ParquetTable.at(spark, path(name));
    }

    public RunLedger ledger(String name) {
        return RunLedger.at(spark, folder.resolve(name + "-ledger").toString());
    }

    public String path(String name) {
        return folder.resolve(name).toString();
    }

    public IncrementalScoring.Builder scoring(String name) {
        return IncrementalScoring.of(scorer(), this::history, table(name)).ledger(ledger(name));
    }

    public static List<TimeRange> days() {
        return List.of(
                TimeRange.of("2015-02-10", "2015-02-11"),
                TimeRange.of("2015-02-11", "2015-02-12"),
                TimeRange.of("2015-02-12", "2015-02-13"),
                TimeRange.of("2015-02-13", "2015-02-14"));
    }

    /** The rows of a score table without who made them and when, as text: equal text, equal bits. */
    public List<String> rows(String name) {
        Dataset<Row> rows = table(name).read().drop("run_id", "scored_at");
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    Dataset<Row> telemetry() {
        return spark.read().parquet(path(telemetry));
    }

    /** Appends the records of the dated tables that fulfil a condition to the landing tables. */
    public void land(String which) {
        for (String table : List.of("telemetry", "errors", "maint", "failures")) {
            spark.read()
                    .parquet(path("data/" + table))
                    .where(which)
                    .write()
                    .mode(SaveMode.Append)
                    .parquet(path("landing/" + table));
        }
    }
}
