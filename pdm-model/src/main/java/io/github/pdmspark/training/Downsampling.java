package io.github.pdmspark.training;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import org.apache.spark.sql.Column;

/**
 * Which rows without failure train: a hash of machine and time decides, so that the choice depends on nothing else.
 *
 * @param kept share of the rows, in (0, 1]
 * @param seed another seed, another choice
 */
record Downsampling(double kept, long seed) {

    private static final long BUCKETS = 1L << 30;

    static final Downsampling NONE = new Downsampling(1.0, 0);

    Downsampling {
        if (!(kept > 0 && kept <= 1)) {
            throw new IllegalArgumentException("The share of negatives kept lies in (0, 1], not " + kept + ".");
        }
    }

    Column keeps() {
        Column hash = xxhash64(lit(seed), Identifiers.column(Columns.MACHINE_ID), Identifiers.column(Columns.AS_OF));
        return pmod(hash, lit(BUCKETS)).lt(lit(Math.round(kept * BUCKETS)));
    }
}
