package io.github.pdmspark.split;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import org.apache.spark.sql.Column;

/**
 * Machines that never train: those with {@code pmod(xxhash64(salt, machine_id), 100) < percent}. Membership depends on the
 * id and the salt only, never on the partitioning.
 *
 * @param percent share of the machines, 1 to 99
 * @param salt another salt, another choice
 */
record HoldOut(int percent, long salt) {

    private static final int ALL = 100;

    HoldOut {
        if (percent < 1 || percent >= ALL) {
            throw new IllegalArgumentException(
                    "The share of machines to hold out is 1 to 99 percent, but it is " + percent + ".");
        }
    }

    Column holds() {
        return pmod(xxhash64(lit(salt), Identifiers.column(Columns.MACHINE_ID)), lit(ALL))
                .lt(percent);
    }
}
