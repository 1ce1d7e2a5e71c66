package io.github.pdmspark.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.publication.FaultFileSystem.Fault;
import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** Fails the first change on disk of a publication, then the second one, and so on until none is left to fail. */
final class EveryFault {

    private final Fault fault;
    private final int n;
    private boolean reached;

    private EveryFault(Fault fault, int n) {
        this.fault = fault;
        this.n = n;
    }

    /** Tries all; the number of changes that there were. */
    static int of(Fault fault, Trial trial) throws IOException {
        int n = 0;
        boolean reached = true;
        while (reached) {
            n++;
            EveryFault attempt = new EveryFault(fault, n);
            trial.run(attempt);
            reached = attempt.reached;
        }
        return n - 1;
    }

    /** Tries one of {@code step} changes of so many, each of which must be reached; how many it tried. */
    static int some(Fault fault, int step, int changes, Trial trial) throws IOException {
        int tried = 0;
        for (int n = fault == Fault.BEFORE ? changes : changes - step / 2; n > 0; n -= step) {
            EveryFault attempt = new EveryFault(fault, n);
            trial.run(attempt);
            assertThat(attempt.reached).as("%s of %s changes", attempt, changes).isTrue();
            tried++;
        }
        return tried;
    }

    /** The changes on disk of something without a fault. */
    static int changes(Runnable publication) {
        none();
        publication.run();
        return FaultFileSystem.changes();
    }

    static void install(SparkSession spark) {
        spark.sparkContext().hadoopConfiguration().set("fs.fault.impl", FaultFileSystem.class.getName());
        none();
    }

    static void none() {
        FaultFileSystem.failAt(Integer.MAX_VALUE, Fault.BEFORE);
    }

    /** Publishes with the fault; false if it threw. */
    boolean publishes(Runnable publication) {
        FaultFileSystem.failAt(n, fault);
        try {
            publication.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        } finally {
            reached = FaultFileSystem.changes() >= n;
            none();
        }
    }

    @Override
    public String toString() {
        return fault + "-" + n;
    }

    /** Publishes once with the fault and looks at what is left. */
    interface Trial {
        void run(EveryFault fault) throws IOException;
    }
}
