package io.github.pdmspark.databricks.story;

import io.github.pdmspark.increment.RunStep;
import io.github.pdmspark.job.JobContext;
import io.github.pdmspark.job.JobListener;
import io.github.pdmspark.job.ScoreJob;
import io.github.pdmspark.publication.ParquetTable;
import io.github.pdmspark.spec.SpecDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What {@code scripts/story/run} needs beside the commands: {@code halt SPEC LANDING FROM TO STEP} scores and ends the JVM at a
 * border, {@code fingerprint TABLE FROM TO} prints rows and hash, {@code withhold FROM_FOLDER TO_FOLDER CONDITION} copies
 * telemetry without some readings.
 */
public final class StoryTool {

    private static final int HALTED = 78;

    private StoryTool() {}

    /** Runs one of them in the session that the launcher configured. */
    public static void main(String[] args) throws IOException {
        SparkSession spark = SparkSession.builder().appName("pdm story").getOrCreate();
        switch (args[0]) {
            case "halt" -> halt(spark, args);
            case "fingerprint" -> System.out.println("FINGERPRINT " + fingerprint(spark, args));
            case "withhold" -> withhold(spark, args);
            default -> throw new IllegalArgumentException("Unknown: " + args[0]);
        }
    }

    private static void halt(SparkSession spark, String... args) throws IOException {
        SpecDocument document = SpecDocument.read(args[1], Files.readString(Path.of(args[1])), Map.of())
                .landedIn(args[2]);
        RunStep last = RunStep.valueOf(args[5]);
        ScoreJob.run(
                new JobContext(spark, document, JobListener.logging(), Clock.systemUTC()),
                Optional.of(Instant.parse(args[3] + "T00:00:00Z")),
                Instant.parse(args[4] + "T00:00:00Z"),
                Optional.empty(),
                step -> {
                    if (step == last) {
                        Runtime.getRuntime().halt(HALTED);
                    }
                });
    }

    private static String fingerprint(SparkSession spark, String... args) {
        Dataset<Row> rows = ParquetTable.at(spark, args[1]).read().drop("run_id", "scored_at");
        return Fingerprint.of(rows.where("as_of >= timestamp'" + args[2] + "' and as_of < timestamp'" + args[3] + "'"));
    }

    private static void withhold(SparkSession spark, String... args) {
        spark.read()
                .parquet(args[1])
                .where("not (" + args[3] + ")")
                .write()
                .partitionBy("day")
                .parquet(args[2]);
    }
}
