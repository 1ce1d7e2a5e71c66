package io.github.pdmspark.benchmark.engine;

import io.github.pdmspark.benchmark.fleet.StoredFleet;
import java.util.Set;

/** One way to compute the table of features. */
public interface Engine {

    /** The name in options and tables. */
    String name();

    /** What it can compute. */
    default Set<Work> works() {
        return Set.of(Work.values());
    }

    /** What is done once for a fleet and not measured, such as validation. */
    default void prepare(StoredFleet fleet) {}

    /** Computes the columns of {@link Work#columns} from the stored tables. */
    void run(Work work, StoredFleet fleet, Sink sink);
}
