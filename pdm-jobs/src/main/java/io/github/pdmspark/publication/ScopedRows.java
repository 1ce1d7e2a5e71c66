package io.github.pdmspark.publication;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import com.google.common.base.Throwables;
import io.github.pdmspark.schema.Columns;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows of a batch with their scope in a column, for tables that keep all scopes together. */
final class ScopedRows {

    /** Whose rows these are; {@link PublishedTable#read} leaves it out. */
    static final String SCOPE = "_pdm_scope";

    private static final String OUTSIDE = "A row has no " + Columns.AS_OF + " or lies outside of ";

    private ScopedRows() {}

    /** A row outside of the range would be invisible or hit other rows, so it fails the job that writes it. Lazy. */
    static Dataset<Row> of(Batch batch, Dataset<Row> rows) {
        return rows.where(when(
                                TableReader.inside(
                                        batch.range().start(), batch.range().end()),
                                lit(true))
                        .otherwise(raise_error(lit(OUTSIDE + batch.range())).cast("boolean")))
                .withColumn(SCOPE, lit(batch.scope()));
    }

    /** What writing failed for: a row that {@link #of} refused, if it was that. */
    static void throwIfRefused(Batch batch, Throwable failure) {
        if (Throwables.getCausalChain(failure).stream()
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(OUTSIDE))) {
            throw new IllegalArgumentException(
                    OUTSIDE + batch.range() + "; nothing was published. Publish it with the range that it belongs to.",
                    failure);
        }
    }

    /** The first line of what is at the bottom of a failure. */
    static String reason(Throwable failure) {
        return String.valueOf(Throwables.getRootCause(failure).getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }

    static Dataset<Row> withoutScope(Dataset<Row> rows) {
        return rows.drop(col(SCOPE));
    }
}
