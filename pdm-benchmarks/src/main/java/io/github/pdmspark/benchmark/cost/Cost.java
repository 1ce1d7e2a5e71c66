package io.github.pdmspark.benchmark.cost;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Time of one computation.
 *
 * @param cpuSeconds of all threads of the process, garbage collection and compilation included
 * @param wallSeconds on the clock
 */
public record Cost(double cpuSeconds, double wallSeconds) {

    private static final double NANOS = 1e9;

    /** Runs it; garbage of earlier runs is collected before. */
    public static Cost of(Runnable computation) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        System.gc();
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        computation.run();
        return new Cost((system.getProcessCpuTime() - cpu) / NANOS, (System.nanoTime() - wall) / NANOS);
    }
}
