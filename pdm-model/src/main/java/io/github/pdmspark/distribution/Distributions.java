package io.github.pdmspark.distribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How several columns are distributed in the same rows. Rows have a {@code machine_id} and an {@code as_of}; null, NaN and
 * infinities count as missing.
 *
 * @param columns one entry per column
 */
public record Distributions(@JsonProperty(required = true) List<Distribution> columns) {

    public Distributions {
        columns = List.copyOf(columns);
    }

    /**
     * Bins of about equal count, and the counts of these rows in them. Runs three Spark jobs: the number of rows, the bins,
     * the counts.
     *
     * @throws io.github.pdmspark.error.SchemaException if a column is missing or not a number
     */
    public static Distributions fit(Dataset<Row> rows, List<String> columns) {
        return fit(rows, columns, rows.count());
    }

    /** The same for rows that were counted before. Runs two Spark jobs. */
    public static Distributions fit(Dataset<Row> rows, List<String> columns, long rowCount) {
        return BinCounting.of(rows, columns, BinFitting.fit(rows, columns, rowCount));
    }

    /**
     * Other rows in the bins of these. Runs one Spark job; brings at most some hundred small rows per column to the driver.
     *
     * @throws io.github.pdmspark.error.SchemaException if a column is missing or not a number
     */
    public Distributions count(Dataset<Row> rows) {
        return BinCounting.of(
                rows,
                columns.stream().map(Distribution::column).toList(),
                columns.stream().map(Distribution::bins).toList());
    }

    /** The entry of one column. */
    public Optional<Distribution> of(String column) {
        return columns.stream().filter(each -> each.column().equals(column)).findFirst();
    }
}
