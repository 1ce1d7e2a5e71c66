package io.github.pdmspark.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.table.Check;
import io.github.pdmspark.table.TypedTable;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The three queries that measure all tables at once; each table is one branch of a union with a common shape. */
final class Measurement {

    private Measurement() {}

    /**
     * Columns: table, rows, rejected, conspicuous, first and last (microseconds), names (array of {@code i:name}, i the
     * place of the vocabulary).
     */
    static Dataset<Row> summary(List<TypedTable> tables) {
        return tables.stream().map(Measurement::summary).reduce(Dataset::union).orElseThrow();
    }

    private static Dataset<Row> summary(TypedTable table) {
        Column passed = not(table.rejected());
        Column time =
                table.dated() ? unix_micros(col(Columns.EVENT_TIME)) : lit(null).cast("bigint");
        return table.rows()
                .agg(
                        count(lit(1)).as("rows"),
                        count(when(table.rejected(), 1)).as("rejected"),
                        count(when(table.conspicuous(), 1)).as("conspicuous"),
                        min(when(passed, time)).as("first"),
                        max(when(passed, time)).as("last"),
                        names(table, passed).as("names"))
                .select(lit(table.name()).as("table"), col("*"));
    }

    private static Column names(TypedTable table, Column passed) {
        Column[] sets = IntStream.range(0, table.vocabularies().size())
                .mapToObj(i -> collect_set(when(
                        passed,
                        concat(
                                lit(i + ":"),
                                Identifiers.column(table.vocabularies().get(i))))))
                .toArray(Column[]::new);
        return sets.length == 0 ? array().cast("array<string>") : concat(sets);
    }

    /**
     * Columns: table, copies (rows beyond the first of each key), conflicts (keys with different values), example,
     * repeated (failures within {@code repair} after another one of the same component).
     */
    static Dataset<Row> keys(List<TypedTable> tables, Duration repair) {
        return tables.stream()
                .map(table -> keys(table, repair))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    private static Dataset<Row> keys(TypedTable table, Duration repair) {
        Column[] key = table.key().stream().map(Identifiers::column).toArray(Column[]::new);
        Column[] values = table.values().stream()
                .map(name -> coalesce(Identifiers.column(name).cast("string"), lit("NULL")))
                .toArray(Column[]::new);
        Column version = values.length == 0 ? lit(0L) : xxhash64(values);
        boolean ranges = table.key().contains(Columns.VALID_FROM);
        Column until = ranges && table.values().contains(Columns.VALID_TO)
                ? Identifiers.column(Columns.VALID_TO)
                : lit(null).cast("timestamp");
        Column conflict = col("low").notEqual(col("high")).or(ranges ? col("overlaps") : lit(false));
        Column repeated = table.name().equals("failures") ? Deduplication.repeatsWithin(repair, "key.") : lit(false);
        return Deduplication.passed(table)
                .select(struct(key).as("key"), version.as("version"), until.as("until"))
                .groupBy("key")
                .agg(
                        count(lit(1)).as("n"),
                        min("version").as("low"),
                        max("version").as("high"),
                        max("until").as("until"))
                .withColumn("overlaps", ranges ? Deduplication.overlaps() : lit(false))
                .withColumn("repeats", repeated)
                .agg(
                        coalesce(sum(col("n").minus(1)), lit(0L)).as("copies"),
                        count(when(conflict, 1)).as("conflicts"),
                        min(when(conflict, concat_ws(" ", keyText(table)))).as("example"),
                        count(when(col("repeats"), 1)).as("repeated"))
                .select(lit(table.name()).as("table"), col("*"));
    }

    private static Column[] keyText(TypedTable table) {
        return table.key().stream()
                .map(name -> col("key").getField(name).cast("string"))
                .toArray(Column[]::new);
    }

    /** Columns: table, rule, column, count, example; one row per rule and column that any row broke. */
    static Dataset<Row> issues(List<TypedTable> tables) {
        return tables.stream().map(Measurement::issues).reduce(Dataset::union).orElseThrow();
    }

    private static Dataset<Row> issues(TypedTable table) {
        Column[] broken = table.checks().stream()
                .map(check -> when(check.broken(), issue(check)))
                .toArray(Column[]::new);
        return table.rows()
                .where(table.conspicuous())
                .select(explode(array(broken)).as("issue"))
                .where(col("issue").isNotNull())
                .groupBy(col("issue.rule").as("rule"), col("issue.column").as("column"))
                .agg(count(lit(1)).as("count"), min("issue.value").as("example"))
                .select(lit(table.name()).as("table"), col("*"));
    }

    private static Column issue(Check check) {
        return struct(
                lit(check.rule().name()).as("rule"),
                lit(check.column()).as("column"),
                Quarantine.shown(check.value()).as("value"));
    }

    /** Columns: silent (machines without telemetry), unlisted (machines with telemetry and no row of attributes), example of each. */
    static Dataset<Row> machines(TypedTable telemetry, TypedTable machines) {
        Dataset<Row> seen = ids(telemetry).withColumn("measured", lit(1)).withColumn("listed", lit(0));
        Dataset<Row> listed = ids(machines).withColumn("measured", lit(0)).withColumn("listed", lit(1));
        Column silent = col("measured").equalTo(0);
        Column unlisted = col("listed").equalTo(0);
        return seen.union(listed)
                .groupBy(Columns.MACHINE_ID)
                .agg(max("measured").as("measured"), max("listed").as("listed"))
                .agg(
                        count(when(silent, 1)).as("silent"),
                        min(when(silent, col(Columns.MACHINE_ID))).as("silent_example"),
                        count(when(unlisted, 1)).as("unlisted"),
                        min(when(unlisted, col(Columns.MACHINE_ID))).as("unlisted_example"));
    }

    private static Dataset<Row> ids(TypedTable table) {
        return Deduplication.passed(table).select(Columns.MACHINE_ID).distinct();
    }
}
