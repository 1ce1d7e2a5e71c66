package io.github.pdmspark.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.table.Check;
import io.github.pdmspark.table.TypedTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rejected rows of all tables with the reason of each.
 *
 * @param rows lazy; columns {@code table, rule, column, value, raw, source_file}, all text: the first rule that the row
 *     broke, the user's column, the offending value (at most 80 characters, control characters as '?'), the row as it was
 *     read, and the file it came from (NULL unless the table came from one of our readers)
 */
public record Quarantine(Dataset<Row> rows) {

    static Quarantine of(List<TypedTable> tables) {
        return new Quarantine(
                tables.stream().map(Quarantine::rejected).reduce(Dataset::union).orElseThrow());
    }

    private static Dataset<Row> rejected(TypedTable table) {
        Column reason = table.checks().stream()
                .filter(Check::rejects)
                .map(check -> when(
                        check.broken(),
                        struct(
                                lit(check.rule().name()).as("rule"),
                                lit(check.column()).as("column"),
                                shown(check.value()).as("value"))))
                .reduce((first, next) -> coalesce(first, next))
                .orElseThrow();
        return table.rows()
                .where(table.rejected())
                .select(lit(table.name()).as("table"), reason.as("reason"), col(TypedTable.RAW), col(TypedTable.FILE))
                .select(
                        col("table"),
                        col("reason.rule").as("rule"),
                        col("reason.column").as("column"),
                        col("reason.value").as("value"),
                        col(TypedTable.RAW).as("raw"),
                        col(TypedTable.FILE).as("source_file"));
    }

    /** A value fit for a message: short and on one line. */
    static Column shown(Column value) {
        return regexp_replace(substring(value, 1, Shown.LONGEST), Shown.CONTROL, "?");
    }
}
