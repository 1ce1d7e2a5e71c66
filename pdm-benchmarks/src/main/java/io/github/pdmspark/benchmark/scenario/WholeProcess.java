package io.github.pdmspark.benchmark.scenario;

import com.sun.management.OperatingSystemMXBean;
import io.github.pdmspark.benchmark.engine.PdmSpark;
import io.github.pdmspark.benchmark.engine.Sink;
import io.github.pdmspark.benchmark.engine.Work;
import io.github.pdmspark.benchmark.fleet.LocalSession;
import io.github.pdmspark.benchmark.fleet.StoredFleet;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Validates one fleet, writes its whole set once and prints the CPU time of the process. Argument: the fleet's folder. */
public final class WholeProcess {

    private static final String RESULT = "cpu nanoseconds ";
    private static final double NANOS = 1e9;

    private WholeProcess() {}

    /** Runs once. */
    public static void main(String[] arguments) {
        StoredFleet fleet = new StoredFleet(Path.of(arguments[0]));
        SparkSession spark = LocalSession.start();
        try {
            PdmSpark engine = new PdmSpark(spark);
            engine.run(Work.WHOLE, fleet, new Sink.Parquet(fleet.folder() + "-process"));
        } finally {
            spark.stop();
        }
        System.out.println(RESULT
                + ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getProcessCpuTime());
    }

    static double cpuSeconds(String output) {
        return output.lines()
                        .filter(line -> line.startsWith(RESULT))
                        .mapToLong(line -> Long.parseLong(line.substring(RESULT.length())))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("The process printed no CPU time:\n" + output))
                / NANOS;
    }
}
