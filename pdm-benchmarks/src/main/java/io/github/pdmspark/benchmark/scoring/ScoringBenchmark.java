package io.github.pdmspark.benchmark.scoring;

import io.github.pdmspark.benchmark.cost.Comparison;
import io.github.pdmspark.benchmark.cost.Cost;
import io.github.pdmspark.benchmark.fleet.LocalSession;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.openjdk.jmh.runner.RunnerException;

/** Scores the same rows by MLlib and by flat arrays in turns, compares every bit, explains alarms and times single scores. */
public final class ScoringBenchmark {

    private static final int ROUNDS = 5;
    private static final int WARMUP = 2;
    private static final int ALARMS = 10_000;

    private final SparkSession spark;
    private final Path out;
    private final ScoringPage page;

    private ScoringBenchmark(SparkSession spark, Path out, PrintStream printer) {
        this.spark = spark;
        this.out = out;
        this.page = new ScoringPage(spark.version(), WARMUP, ROUNDS, printer);
    }

    /** Arguments: a folder for data, the Markdown page to write, then forests such as {@code 50x10 200x15}. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        SparkSession spark = LocalSession.start();
        try {
            ScoringBenchmark benchmark = new ScoringBenchmark(spark, Path.of(arguments[0]), System.out);
            for (String forest : List.of(arguments).subList(2, arguments.length)) {
                benchmark.run(forest);
            }
            Files.writeString(Path.of(arguments[1]), benchmark.page.markdown());
        } finally {
            spark.stop();
        }
    }

    private void run(String forest) throws IOException, RunnerException {
        String[] size = forest.split("x", 2);
        ScoredFleet fleet = new ScoredFleet(spark, out, Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        Path file = out.resolve("forest-" + forest + ".pdm");
        fleet.bundle().portable().orElseThrow().save(file);
        page.forest(forest, fleet.differing(), fleet.count());
        Map<String, Supplier<Cost>> computations = new LinkedHashMap<>();
        computations.put("MLlib", () -> Cost.of(() -> consume(fleet.byMllib())));
        computations.put("flat arrays", () -> Cost.of(() -> consume(fleet.byArrays())));
        computations.put("reading alone", () -> Cost.of(() -> consume(fleet.scanned())));
        page.costs(Comparison.of(computations, WARMUP, ROUNDS));
        page.latency(Latency.of(file));
        page.explained(ALARMS, Cost.of(() -> consume(fleet.explained(ALARMS))));
    }

    private static void consume(Dataset<Row> rows) {
        rows.write().format("noop").mode("overwrite").save();
    }
}
