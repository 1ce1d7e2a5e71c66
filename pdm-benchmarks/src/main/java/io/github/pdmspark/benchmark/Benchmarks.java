package io.github.pdmspark.benchmark;

import io.github.pdmspark.benchmark.cost.Comparison;
import io.github.pdmspark.benchmark.cost.Cost;
import io.github.pdmspark.benchmark.engine.DuckDb;
import io.github.pdmspark.benchmark.engine.Engine;
import io.github.pdmspark.benchmark.engine.NotebookPlan;
import io.github.pdmspark.benchmark.engine.PdmSpark;
import io.github.pdmspark.benchmark.engine.PlainJava;
import io.github.pdmspark.benchmark.engine.Sink;
import io.github.pdmspark.benchmark.engine.SparkTiles;
import io.github.pdmspark.benchmark.engine.Work;
import io.github.pdmspark.benchmark.fleet.LocalSession;
import io.github.pdmspark.benchmark.fleet.StoredFleet;
import io.github.pdmspark.benchmark.kernel.KernelBenchmarks;
import io.github.pdmspark.benchmark.page.Markdown;
import io.github.pdmspark.benchmark.page.Results;
import io.github.pdmspark.benchmark.scenario.Scenario;
import io.github.pdmspark.benchmark.scenario.Scenarios;
import io.github.pdmspark.simulator.Faults;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Runs the benchmarks; {@link Settings} has the arguments. */
public final class Benchmarks {

    private final SparkSession spark;
    private final Settings settings;
    private final Results results;
    private final PrintStream out;

    private Benchmarks(SparkSession spark, Settings settings, PrintStream out) {
        this.spark = spark;
        this.settings = settings;
        this.results = new Results(About.run(spark, settings));
        this.out = out;
    }

    /** Writes {@code results.json} and, where asked for, a Markdown page. */
    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.of(List.of(arguments));
        if (settings.runs().contains("kernel")) {
            KernelBenchmarks.run();
            return;
        }
        SparkSession spark = LocalSession.start();
        try {
            new Benchmarks(spark, settings, System.out).run();
        } finally {
            spark.stop();
        }
    }

    /** All engines of this project by name, the one that others are compared with first. */
    static Map<String, Engine> engines(SparkSession spark) {
        Map<String, Engine> engines = new LinkedHashMap<>();
        for (Engine engine : List.of(
                DuckDb.best(),
                DuckDb.withFrames(),
                new SparkTiles(spark),
                new PlainJava(spark),
                new PdmSpark(spark),
                new NotebookPlan(spark))) {
            engines.put(engine.name(), engine);
        }
        return engines;
    }

    private void run() throws IOException {
        boolean all = settings.runs().contains("all");
        if (all || settings.runs().contains("compare")) {
            settings.works().forEach(name -> compare(Work.valueOf(name.toUpperCase(Locale.ROOT))));
        }
        Scenarios scenarios = new Scenarios(spark, settings.out(), settings.machines(), settings.days());
        for (String name : all ? Scenarios.NAMES : settings.runs()) {
            if (!name.equals("compare")) {
                grow(scenarios.of(name));
            }
        }
        results.write(settings.out().resolve("results.json"));
        if (!settings.page().isEmpty()) {
            Files.writeString(Path.of(settings.page()), Markdown.page(results.json()));
        }
    }

    private void compare(Work work) {
        StoredFleet fleet =
                StoredFleet.simulated(spark, settings.out(), settings.machines(), settings.days(), Faults.none());
        Map<String, Supplier<Cost>> computations = new LinkedHashMap<>();
        chosen(work).forEach(engine -> {
            engine.prepare(fleet);
            Sink sink = work == Work.TELEMETRY
                    ? new Sink.Nowhere()
                    : new Sink.Parquet(
                            settings.out().resolve("whole-" + engine.name()).toString());
            computations.put(engine.name(), () -> Cost.of(() -> engine.run(work, fleet, sink)));
        });
        measure(title(work), computations, Map.of());
    }

    private String title(Work work) {
        String size = settings.machines() + " machines, " + settings.days() + " days, ";
        return work == Work.TELEMETRY
                ? "Telemetry part: " + size + "24 features, computed and not written"
                : "Whole set: " + size + work.columns().size() + " columns with events and label, Parquet to Parquet";
    }

    private List<Engine> chosen(Work work) {
        Map<String, Engine> engines = engines(spark);
        List<String> unknown = new ArrayList<>(settings.engines());
        unknown.removeAll(engines.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Unknown engines " + unknown + ". Known: " + engines.keySet() + ".");
        }
        return engines.values().stream()
                .filter(engine -> settings.engines().contains(engine.name())
                        && engine.works().contains(work))
                .toList();
    }

    private void grow(Scenario scenario) {
        String title = Character.toUpperCase(scenario.name().charAt(0))
                + scenario.name().substring(1) + ": " + scenario.claim();
        measure(title, scenario.variants(), scenario.units());
    }

    private void measure(String title, Map<String, Supplier<Cost>> computations, Map<String, Double> units) {
        Comparison comparison = Comparison.of(computations, settings.warmup(), settings.rounds());
        out.println(Markdown.table(results.add(title, List.copyOf(computations.keySet()), comparison, units)));
    }
}
