package io.github.pdmspark.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.flatten;
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
import io.github.pdmspark.table.TypedTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What one scan of a table says of each of its machines; all rejected rows count for the machine NULL. */
final class MachineTotals {

    static final String FAILURES = "failures";
    static final String MACHINE = "machine";

    private static final String KEY = "key";
    private static final String VERSION = "version";
    private static final String CONSPICUOUS = "conspicuous";
    private static final String NAMES = "names";
    private static final String OVERLAPS = "overlaps";
    private static final String UNTIL = "until";

    private MachineTotals() {}

    /**
     * Columns: table, machine, rows, rejected, conspicuous, copies (rows beyond the first of each key), conflicts (keys with
     * different values, or rows that hold at one time), example, repeated (failures within {@code repair} after another one of the same component), first and
     * last (microseconds), names (array of {@code i:name}, i the place of the vocabulary), times (of failures).
     */
    static Dataset<Row> of(TypedTable table, Duration repair) {
        Column accepted = col(KEY).isNotNull();
        Column conflict = col("low").notEqual(col("high")).or(col(OVERLAPS));
        Column time = table.dated()
                ? unix_micros(keyField(Columns.EVENT_TIME))
                : lit(null).cast("bigint");
        Column times = isFailures(table) ? collect_list(time) : array().cast("array<bigint>");
        return records(table)
                .withColumn("repeats", isFailures(table) ? Deduplication.repeatsWithin(repair, KEY + ".") : lit(false))
                .withColumn(OVERLAPS, hasRanges(table) ? Deduplication.overlaps(KEY + ".", UNTIL) : lit(false))
                .groupBy(keyField(Columns.MACHINE_ID).as(MACHINE))
                .agg(
                        sum("n").as("rows"),
                        coalesce(sum(when(not(accepted), col("n"))), lit(0L)).as("rejected"),
                        sum(CONSPICUOUS).as(CONSPICUOUS),
                        coalesce(sum(when(accepted, col("n").minus(1))), lit(0L))
                                .as("copies"),
                        count(when(conflict, 1)).as("conflicts"),
                        min(when(conflict, concat_ws(" ", keyText(table)))).as("example"),
                        count(when(col("repeats"), 1)).as("repeated"),
                        min(time).as("first"),
                        max(time).as("last"),
                        array_distinct(flatten(collect_set(NAMES))).as(NAMES),
                        times.as("times"))
                .select(lit(table.name()).as("table"), col("*"));
    }

    /** One row per key: how often it occurs and the least and greatest version of its values. */
    private static Dataset<Row> records(TypedTable table) {
        Column[] key = table.key().stream().map(Identifiers::column).toArray(Column[]::new);
        Column[] values = table.values().stream()
                .map(name -> coalesce(Identifiers.column(name).cast("string"), lit("NULL")))
                .toArray(Column[]::new);
        Column version = values.length == 0 ? lit(0L) : xxhash64(values);
        Column passed = not(table.rejected());
        List<Column> columns = new ArrayList<>(List.of(
                when(passed, struct(key)).as(KEY),
                when(passed, version).as(VERSION),
                table.conspicuous().as(CONSPICUOUS)));
        columns.add(when(passed, names(table)).as(NAMES));
        columns.add(until(table).as(UNTIL));
        return table.rows()
                .select(columns.toArray(Column[]::new))
                .groupBy(KEY)
                .agg(
                        count(lit(1)).as("n"),
                        count(when(col(CONSPICUOUS), 1)).as(CONSPICUOUS),
                        min(VERSION).as("low"),
                        max(VERSION).as("high"),
                        max(UNTIL).as(UNTIL),
                        (table.vocabularies().isEmpty() ? noNames() : max(NAMES)).as(NAMES));
    }

    private static Column until(TypedTable table) {
        return hasRanges(table) && table.values().contains(Columns.VALID_TO)
                ? col(Columns.VALID_TO)
                : lit(null).cast("timestamp");
    }

    /** Whether a row holds from one time to another. */
    private static boolean hasRanges(TypedTable table) {
        return table.key().contains(Columns.VALID_FROM);
    }

    private static Column names(TypedTable table) {
        Column[] names = IntStream.range(0, table.vocabularies().size())
                .mapToObj(i -> concat(
                        lit(i + ":"), Identifiers.column(table.vocabularies().get(i))))
                .toArray(Column[]::new);
        return names.length == 0 ? noNames() : array_compact(array(names));
    }

    private static Column noNames() {
        return array().cast("array<string>");
    }

    private static boolean isFailures(TypedTable table) {
        return table.name().equals(FAILURES);
    }

    private static Column keyField(String name) {
        return col(KEY).getField(name);
    }

    private static Column[] keyText(TypedTable table) {
        return table.key().stream().map(name -> keyField(name).cast("string")).toArray(Column[]::new);
    }
}
