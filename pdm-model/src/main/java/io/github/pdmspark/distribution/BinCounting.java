package io.github.pdmspark.distribution;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.pdmspark.imputation.FeatureValues;
import io.github.pdmspark.schema.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Counts rows in given bins, in one Spark job. */
final class BinCounting {

    /** Machines are put into so many groups by a hash of their name, to see how alike the rows of a machine are. */
    static final int GROUPS = 20;

    private BinCounting() {}

    static Distributions of(Dataset<Row> rows, List<String> columns, List<Bins> bins) {
        FeatureValues.require(rows, columns);
        long[][][] counts = new long[columns.size()][GROUPS][];
        for (int column = 0; column < counts.length; column++) {
            for (int group = 0; group < GROUPS; group++) {
                counts[column][group] = new long[bins.get(column).count()];
            }
        }
        if (!columns.isEmpty()) {
            collect(rows, columns, bins)
                    .forEach(row -> counts[row.getInt(0)][row.getInt(1)][row.getInt(2)] = row.getLong(3));
        }
        return new Distributions(IntStream.range(0, columns.size())
                .mapToObj(i -> distribution(columns.get(i), bins.get(i), counts[i]))
                .toList());
    }

    private static List<Row> collect(Dataset<Row> rows, List<String> columns, List<Bins> bins) {
        Column numbers = array(columns.stream()
                .map(name -> coalesce(when(FeatureValues.isPresent(name), FeatureValues.value(name)), lit(Double.NaN)))
                .toArray(Column[]::new));
        Column group =
                pmod(xxhash64(col(Columns.MACHINE_ID)), lit((long) GROUPS)).cast("int");
        return rows.select(group.as("group"), numbers.as("numbers"))
                .as(Encoders.bean(BinInput.class))
                .mapPartitions(new CountBins(GROUPS, bins), Encoders.row(CountBins.SCHEMA))
                .groupBy("column", "group", "bin")
                .agg(sum("rows"))
                .collectAsList();
    }

    private static Distribution distribution(String column, Bins bins, long[][] groups) {
        List<Long> counts = IntStream.range(0, bins.count())
                .mapToObj(bin ->
                        Arrays.stream(groups).mapToLong(group -> group[bin]).sum())
                .toList();
        return new Distribution(column, bins, counts, Dispersion.of(groups));
    }
}
