package io.github.pdmspark.distribution;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.pdmspark.imputation.FeatureValues;
import io.github.pdmspark.schema.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Cuts columns at their deciles. The ends come from all rows; the deciles are exact ones of about 5,000 rows that a hash of
 * machine and time chooses, so they depend neither on order nor on partitions and need little memory.
 */
final class BinFitting {

    private static final int BINS = 10;
    private static final long SAMPLED_ROWS = 5_000;
    private static final long BUCKETS = 1L << 30;
    private static final int PER_COLUMN = 3;

    private BinFitting() {}

    static List<Bins> fit(Dataset<Row> rows, List<String> columns, long rowCount) {
        FeatureValues.require(rows, columns);
        if (columns.isEmpty()) {
            return List.of();
        }
        Column sampled = sampled(rowCount);
        Column deciles = array(
                IntStream.range(1, BINS).mapToObj(i -> lit((double) i / BINS)).toArray(Column[]::new));
        List<Column> aggregates = new ArrayList<>();
        for (String column : columns) {
            Column value = when(FeatureValues.isPresent(column), FeatureValues.value(column));
            aggregates.add(min(value));
            aggregates.add(max(value));
            aggregates.add(percentile(when(sampled, value), deciles));
        }
        Row found = rows.agg(lit(0), aggregates.toArray(Column[]::new)).first();
        return IntStream.range(0, columns.size())
                .mapToObj(i -> bins(found, 1 + PER_COLUMN * i))
                .toList();
    }

    private static Column sampled(long rowCount) {
        long kept = rowCount <= SAMPLED_ROWS ? BUCKETS : (long) ((double) SAMPLED_ROWS / rowCount * BUCKETS);
        return pmod(xxhash64(col(Columns.MACHINE_ID), col(Columns.AS_OF)), lit(BUCKETS))
                .lt(lit(kept));
    }

    private static Bins bins(Row found, int at) {
        if (found.isNullAt(at)) {
            return Bins.ofNothing();
        }
        List<Double> cuts = found.isNullAt(at + 2) ? List.of() : found.getList(at + 2);
        return Bins.between(found.getDouble(at), found.getDouble(at + 1), cuts);
    }
}
