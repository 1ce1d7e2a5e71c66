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
import io.github.pdmspark.publication.PublishedTable;
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
    private final Tables tables;
    private final PublishedTable sink;
    private final Path out;
    private final ExecutorKiller killer;

    Story(SparkSession spark, Tables tables, PublishedTable sink, Path out, ExecutorKiller killer) {
        this.spark = spark;
        this.tables = tables;
        this.sink = sink;
        this.out = out;
        this.killer = killer;
    }

    /** The table of a name. */
    interface Tables {
        Dataset<Row> named(String name);
    }

    /** Runs the story in the session that the launcher configured. */
    public static void main(String[] args) throws IOException {
        SparkSession spark = SparkSession.builder().appName("pdm story").getOrCreate();
        ExecutorKiller killer = new ExecutorKiller(spark.sparkContext().applicationId(), args[2]);
        spark.sparkContext().addSparkListener(killer);
        Path out = Path.of(args[1]);
        try {
            new Story(
                            spark,
                            name -> CsvFiles.withCommas()
                                    .read(spark, Path.of(args[0], name + ".csv").toString()),
                            ParquetTable.at(spark, out.resolve("published").toString()),
                            out,
                            killer)
                    .run(new TreeMap<>());
        } finally {
            spark.stop();
        }
    }

    void run(Map<String, Object> result) throws IOException {
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
        Dataset<Row> written = spark.read().parquet(out.resolve("scores").toString());
        result.put(
                "published",
                sink.publish(new Batch("story", "model", SCORED, "1"), written).rows());
        killer.enter("end");

        Dataset<Row> read = sink.read().drop("model_id", "run_id");
        result.put("scored", read.where("status = 'SCORED'").count());
        result.put("scores", Fingerprint.of(read));
        result.put("spark", spark.version());
        result.put("executors", killer.executors());
        result.put("killed", killer.killed());
        result.put("tasksLost", killer.tasksLost());
        new ObjectMapper().writeValue(out.resolve("result.json").toFile(), result);
    }

    private FleetHistory history() {
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(tables.named("telemetry"))
                        .machineId("machineID")
                        .time("datetime")
                        .sensors("volt", "rotate", "pressure", "vibration")
                        .sampledEvery(ofHours(1)))
                .errors(ErrorLog.from(tables.named("errors"))
                        .machineId("machineID")
                        .time("datetime")
                        .code("errorID"))
                .maintenance(MaintenanceLog.from(tables.named("maint"))
                        .machineId("machineID")
                        .time("datetime")
                        .component("comp"))
                .failures(FailureLog.from(tables.named("failures"))
                        .machineId("machineID")
                        .time("datetime")
                        .component("failure"))
                .machines(Machines.from(tables.named("machines"))
                        .machineId("machineID")
                        .categorical("model")
                        .numeric("age"))
                .build();
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
