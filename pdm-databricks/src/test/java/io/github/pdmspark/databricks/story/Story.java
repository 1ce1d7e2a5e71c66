package io.github.pdmspark.databricks.story;

import static java.time.Duration.ofHours;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.publication.Batch;
import io.github.pdmspark.publication.ParquetTable;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A small main job that runs with the attached jar alone: {@code DATA OUT STEP}, where an executor is killed in {@code STEP}
 * ({@code none} for a clean run). Writes what came out to {@code OUT/result.json}.
 */
public final class Story {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2016-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final TimeRange SCORED =
            TimeRange.of(Instant.parse("2015-05-01T00:00:00Z"), Instant.parse("2015-05-31T00:00:00Z"));

    private final SparkSession spark;
    private final Path data;
    private final Path out;
    private final ExecutorKiller killer;

    private Story(SparkSession spark, Path data, Path out, ExecutorKiller killer) {
        this.spark = spark;
        this.data = data;
        this.out = out;
        this.killer = killer;
    }

    /** Runs the story in the session that the launcher configured. */
    public static void main(String[] args) throws IOException {
        SparkSession spark = SparkSession.builder().appName("pdm story").getOrCreate();
        ExecutorKiller killer = new ExecutorKiller(spark.sparkContext().applicationId(), args[2]);
        spark.sparkContext().addSparkListener(killer);
        try {
            Map<String, Object> result = new Story(spark, Path.of(args[0]), Path.of(args[1]), killer).run();
            Files.createDirectories(Path.of(args[1]));
            new ObjectMapper().writeValue(Path.of(args[1], "result.json").toFile(), result);
        } finally {
            spark.stop();
        }
    }

    private Map<String, Object> run() throws IOException {
        Map<String, Object> result = new TreeMap<>();
        killer.enter("features");
        FleetHistory history = history();
        LabelledDataset dataset = LabelledDataset.of(history, features(), FailureLabel.within(ofHours(24)))
                .materialized(out.resolve("dataset").toString());
        result.put("features", Fingerprint.of(dataset.rows()));

        killer.enter("fit");
        TemporalSplit split = TemporalSplit.of(dataset).trainUntil("2015-04-20").testFrom("2015-05-01");
        ModelBundle model = Training.with(
                        RandomForestTrainer.builder().trees(8).depth(5).seed(42).build())
                .partitions(4)
                .clock(CLOCK)
                .on(split.train());
        model.save(out.resolve("model").toString());

        killer.enter("score");
        Dataset<Row> scores = ScoringPipeline.load(spark, out.resolve("model").toString())
                .clock(CLOCK)
                .score(history, SCORED)
                .rows();
        scores.write().parquet(out.resolve("scores").toString());

        killer.enter("publish");
        ParquetTable table = ParquetTable.at(spark, out.resolve("published").toString());
        Dataset<Row> written = spark.read().parquet(out.resolve("scores").toString());
        result.put(
                "published",
                table.publish(new Batch("story", "model", SCORED, "1"), written).rows());
        killer.enter("end");

        Dataset<Row> read = table.read().drop("model_id", "run_id");
        result.put("scored", read.where("status = 'SCORED'").count());
        result.put("scores", Fingerprint.of(read));
        result.put("spark", spark.version());
        result.put("executors", killer.executors());
        result.put("killed", killer.killed());
        result.put("tasksLost", killer.tasksLost());
        return result;
    }

    private FleetHistory history() {
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(table("telemetry"))
                        .machineId("machineID")
                        .time("datetime")
                        .sensors("volt", "rotate", "pressure", "vibration")
                        .sampledEvery(ofHours(1)))
                .errors(ErrorLog.from(table("errors"))
                        .machineId("machineID")
                        .time("datetime")
                        .code("errorID"))
                .maintenance(MaintenanceLog.from(table("maint"))
                        .machineId("machineID")
                        .time("datetime")
                        .component("comp"))
                .failures(FailureLog.from(table("failures"))
                        .machineId("machineID")
                        .time("datetime")
                        .component("failure"))
                .machines(Machines.from(table("machines"))
                        .machineId("machineID")
                        .categorical("model")
                        .numeric("age"))
                .build();
    }

    private Dataset<Row> table(String name) {
        return CsvFiles.withCommas().read(spark, data.resolve(name + ".csv").toString());
    }

    private static FeaturePipeline features() {
        return FeaturePipeline.builder()
                .every(ofHours(12))
                .rolling(Statistic.MEAN, Statistic.STDDEV)
                .over(ofHours(12), ofHours(24))
                .errorCounts()
                .over(ofHours(24))
                .timeSinceMaintenance()
                .machineAttributes()
                .build();
    }
}
