package io.github.pdmspark.publication;

import java.util.Optional;
import java.util.Set;

/**
 * One line of the history of a Delta table.
 *
 * @param version its number
 * @param operation what was done, such as {@code WRITE}
 * @param batch what we said in it; empty if it is not ours
 * @param rows how many rows it wrote, 0 if it does not say
 */
record DeltaCommit(long version, String operation, Optional<DeltaBatch> batch, long rows) {

    private static final Set<String> CHANGE_NO_ROW =
            Set.of("OPTIMIZE", "VACUUM START", "VACUUM END", "SET TBLPROPERTIES", "CREATE TABLE", "CLUSTER BY", "FSCK");

    /** Whether rows of this batch may have been changed. */
    boolean touches(Batch other) {
        return batch.map(ours -> ours.overlaps(other)).orElse(!CHANGE_NO_ROW.contains(operation));
    }
}
