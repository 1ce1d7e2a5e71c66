package io.github.pdmspark.examples.harddrives;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/** The most heap that this JVM has used: driver and executors together when Spark runs locally. */
final class PeakMemory {

    private static final double BYTES_PER_MEGABYTE = 1024.0 * 1024.0;

    private PeakMemory() {}

    /** Sum of the peaks of all heap pools, an upper bound of the peak of their sum. */
    static double megabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / BYTES_PER_MEGABYTE;
    }
}
