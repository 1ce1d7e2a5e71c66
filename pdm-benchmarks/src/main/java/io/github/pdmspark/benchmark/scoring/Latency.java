package io.github.pdmspark.benchmark.scoring;

import io.github.pdmspark.portable.PortableScorer;
import io.github.pdmspark.portable.RowScorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** The time of one score, in percentiles: a row of raw features to class scores, without Spark. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Latency {

    private static final int ROWS = 4_096;
    private static final int SEED = 42;

    private double[][] rows = {};
    private RowScorer.@Nullable Session session;
    private int next;

    /** The times of single scores in microseconds, with the forest of a saved file. */
    static Statistics of(Path forest) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(Latency.class.getSimpleName())
                        .jvmArgsAppend("-Dpdm.forest=" + forest)
                        .build())
                .runSingle()
                .getPrimaryResult()
                .getStatistics();
    }

    /** Reads the forest and makes rows that take many ways through it. */
    @Setup
    public void prepare() throws IOException {
        RowScorer scorer = PortableScorer.load(Path.of(System.getProperty("pdm.forest", "")))
                .rowScorer();
        session = scorer.session();
        Random random = new Random(SEED);
        rows = new double[ROWS][scorer.inputs()];
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextDouble() * 400;
            }
        }
    }

    /** One score. */
    @Benchmark
    public boolean score() {
        next = (next + 1) % ROWS;
        return session != null && session.score(rows[next]);
    }
}
