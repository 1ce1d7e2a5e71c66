package io.github.pdmspark.benchmark.scoring;

import io.github.pdmspark.benchmark.cost.Comparison;
import io.github.pdmspark.benchmark.cost.Cost;
import java.io.PrintStream;
import java.util.Locale;
import org.openjdk.jmh.util.Statistics;

/** What scoring costs, as Markdown; printed as it grows. */
final class ScoringPage {

    private static final double SLOW = 99;

    private final StringBuilder text = new StringBuilder();
    private final PrintStream printer;

    ScoringPage(String sparkVersion, int warmup, int rounds, PrintStream printer) {
        this.printer = printer;
        add("""
            # What scoring costs

            Written by `ScoringBenchmark` of `pdm-benchmarks` from one run; do not edit. MLlib: imputation, `array_to_vector`,
            `transform`, first probability. Flat arrays: `ScoringPipeline.scoreFeatures`, all probabilities, status and model columns.
            Both read the same stored rows and write nowhere, in turns. CPU is that of the whole process, a ratio the median of the
            ratios of the rounds; CPU ratios hold on a busy machine, wall times do not.

            - machine: %d cores, %s %s
            - JVM: %s
            - Spark: %s, local
            - rounds: %d after %d for warm-up
            """.formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.vm.version"),
                        sparkVersion,
                        rounds,
                        warmup));
    }

    void forest(String size, long differing, long rows) {
        add(String.format(
                Locale.ROOT,
                "%n## Forest of %s (trees x depth)%n%nRows with another bit in any probability: %,d of %,d.%n%n"
                        + "| | CPU s | wall s | CPU of MLlib against it |%n|---|---|---|---|%n",
                size,
                differing,
                rows));
    }

    void costs(Comparison comparison) {
        for (String name : comparison.costs().keySet()) {
            add(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.1fx |%n",
                    name,
                    comparison.cpu(name),
                    comparison.wall(name),
                    comparison.cpuRatio("MLlib", name)));
        }
    }

    void latency(Statistics micros) {
        add(String.format(
                Locale.ROOT,
                "%nOne score from a row of features in a plain JVM: median %.1f µs, p99 %.1f µs (JMH, %,d samples).%n",
                micros.getPercentile(50),
                micros.getPercentile(SLOW),
                micros.getN()));
    }

    void explained(int alarms, Cost cost) {
        add(String.format(
                Locale.ROOT,
                "Exact TreeSHAP of %,d alarms, once: %.0f CPU s, %.0f wall s.%n",
                alarms,
                cost.cpuSeconds(),
                cost.wallSeconds()));
    }

    String markdown() {
        return text.toString();
    }

    private void add(String part) {
        text.append(part);
        printer.print(part);
    }
}
