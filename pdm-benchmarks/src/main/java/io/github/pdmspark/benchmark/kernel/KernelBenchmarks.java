package io.github.pdmspark.benchmark.kernel;

import com.google.common.base.Splitter;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.kernel.FeatureKernel;
import io.github.pdmspark.kernel.MachineRecords;
import io.github.pdmspark.kernel.MachineSweep;
import io.github.pdmspark.kernel.SweepRange;
import io.github.pdmspark.kernel.TileBlock;
import io.github.pdmspark.kernel.TileFolder;
import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** One machine and a year of hourly readings of four sensors: folding into tiles, sweeping over tiles. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmarks {

    private static final int SENSORS = 4;
    private static final int HOURS = 365 * 24;
    private static final long HOUR = 3_600_000_000L;
    private static final long START = 395_000 * HOUR;
    private static final int SEED = 42;

    /** Windows in hours. */
    @Param({"12,24,36", "12,24,36,48,72,96,168,240,360,720"})
    public String windows = "12,24,36";

    private final double[][] readings = new double[HOURS][SENSORS];
    private final List<TileBlock> blocks = new ArrayList<>();
    private FeatureKernel kernel = kernel("12");

    /** Runs both benchmarks and prints their times. */
    public static void run() {
        try {
            new Runner(new OptionsBuilder()
                            .include(KernelBenchmarks.class.getSimpleName())
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException("The benchmarks of the kernel did not run.", e);
        }
    }

    /** Makes the readings and their tiles. */
    @Setup
    public void prepare() {
        Random random = new Random(SEED);
        for (double[] reading : readings) {
            for (int sensor = 0; sensor < SENSORS; sensor++) {
                reading[sensor] = 100 + random.nextGaussian();
            }
        }
        kernel = kernel(windows);
        blocks.clear();
        fold().forEachRemaining(blocks::add);
    }

    /** A year of readings into packed tiles. */
    @Benchmark
    public Iterator<TileBlock> fold() {
        TileFolder folder = kernel.folder(Long.MAX_VALUE);
        for (int hour = 0; hour < HOURS; hour++) {
            long time = START + hour * HOUR;
            folder.add("1", time, time, readings[hour]);
        }
        List<TileBlock> packed = new ArrayList<>();
        folder.drain().forEachRemaining(packed::add);
        return packed.iterator();
    }

    /** Packed tiles into a year of rows. */
    @Benchmark
    public double sweep() {
        MachineRecords machine = kernel.machine();
        blocks.forEach(block -> machine.addTiles(block.bytes()));
        MachineSweep sweep = machine.sweep(new SweepRange.WhileObserved(HOUR));
        double total = 0;
        while (sweep.next()) {
            total += sweep.value(0);
        }
        return total;
    }

    private static FeatureKernel kernel(String windowHours) {
        List<Duration> lengths = new ArrayList<>();
        for (String hours : Splitter.on(',').split(windowHours)) {
            lengths.add(Duration.ofHours(Long.parseLong(hours)));
        }
        List<String> sensors = List.of("volt", "rotate", "pressure", "vibration");
        return FeatureKernel.of(new FeatureSpec(
                Cadence.every(Duration.ofHours(12)),
                List.of(
                        new RollingStatistic(Statistic.MEAN, sensors, lengths),
                        new RollingStatistic(Statistic.STDDEV, sensors, lengths)),
                Optional.of(Duration.ofHours(1)),
                0.8));
    }
}
