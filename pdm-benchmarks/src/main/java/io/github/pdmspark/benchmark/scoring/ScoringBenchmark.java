package io.github.pdmspark.benchmark.scoring;

import io.github.pdmspark.benchmark.cost.Comparison;
import io.github.pdmspark.benchmark.cost.Cost;
import io.github.pdmspark.benchmark.fleet.LocalSession;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Scores the same rows by MLlib and by flat arrays in turns, compares every bit, and saves the forest for {@link Latency}. */
public final class ScoringBenchmark {

    private static final int ROUNDS = 7;
    private static final int WARMUP = 3;

    private ScoringBenchmark() {}

    /** Arguments: a folder for data, then forests such as {@code 50x10 200x15}. */
    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[0]);
        SparkSession spark = LocalSession.start();
        try {
            for (String forest : List.of(arguments).subList(1, arguments.length)) {
                String[] size = forest.split("x", 2);
                run(spark, out, Integer.parseInt(size[0]), Integer.parseInt(size[1]), System.out);
            }
        } finally {
            spark.stop();
        }
    }

    private static void run(SparkSession spark, Path out, int trees, int depth, PrintStream printer)
            throws IOException {
        ScoredFleet fleet = new ScoredFleet(spark, out, trees, depth);
        fleet.bundle().portable().orElseThrow().save(out.resolve("forest-" + trees + "x" + depth + ".pdm"));
        printer.printf(Locale.ROOT, "%dx%d: %,d of %,d rows differ%n", trees, depth, fleet.differing(), fleet.count());
        Map<String, Supplier<Cost>> computations = new LinkedHashMap<>();
        computations.put("mllib", () -> Cost.of(() -> consume(fleet.byMllib())));
        computations.put("arrays", () -> Cost.of(() -> consume(fleet.byArrays())));
        computations.put("scan", () -> Cost.of(() -> consume(fleet.scanned())));
        Comparison comparison = Comparison.of(computations, WARMUP, ROUNDS);
        computations
                .keySet()
                .forEach(name -> printer.printf(
                        Locale.ROOT,
                        "  %-7s %6.2f CPU s %6.2f wall s, mllib takes %.1f times its CPU%n",
                        name,
                        comparison.cpu(name),
                        comparison.wall(name),
                        comparison.cpuRatio("mllib", name)));
    }

    private static void consume(Dataset<Row> rows) {
        rows.write().format("noop").mode("overwrite").save();
    }
}
