package io.github.pdmspark.quality;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.table.DuplicateRule;
import io.github.pdmspark.table.TypedTable;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** One row per key: which of several copies or versions of a record stays. A later version never replaces an earlier one. */
public final class Deduplication {

    private static final String FIRST = "first";
    private static final String REPEATED = "repeated";

    private Deduplication() {}

    /** The rows that break no rejecting rule, in the library's columns, copies still among them. */
    public static Dataset<Row> passed(TypedTable table) {
        return table.rows().where(not(table.rejected())).select(columns(table).toArray(Column[]::new));
    }

    /** The same with {@code machine_id bigint}; empty where the ids are text. */
    public static Optional<Dataset<Row>> passedByNumber(TypedTable table) {
        if (!List.of(table.rows().columns()).contains(TypedTable.MACHINE_NUMBER)) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>(columns(table));
        columns.set(
                table.key().indexOf(Columns.MACHINE_ID),
                col(TypedTable.MACHINE_NUMBER).as(Columns.MACHINE_ID));
        return Optional.of(table.rows().where(not(table.rejected())).select(columns.toArray(Column[]::new)));
    }

    /** One row per key of {@code passed}, the version that became known first. */
    public static Dataset<Row> firstKnown(TypedTable table, Dataset<Row> passed) {
        List<Column> version = new ArrayList<>();
        if (table.dated()) {
            version.add(col(Columns.KNOWN_AT));
        }
        table.values().forEach(name -> version.add(Identifiers.column(name)));
        List<Column> result = new ArrayList<>(keys(table));
        if (version.isEmpty()) {
            return passed.select(result.toArray(Column[]::new)).distinct();
        }
        if (table.dated()) {
            result.add(col(FIRST).getField(Columns.KNOWN_AT).as(Columns.KNOWN_AT));
        }
        table.values().forEach(name -> result.add(col(FIRST).getField(name).as(name)));
        return passed.groupBy(keys(table).toArray(Column[]::new))
                .agg(min(struct(version.toArray(Column[]::new))).as(FIRST))
                .select(result.toArray(Column[]::new));
    }

    /** One row per machine and begin of {@code passed}, with the latest end that is told; NULL where none is. */
    public static Dataset<Row> latestEnd(Dataset<Row> passed) {
        return passed.groupBy(Columns.MACHINE_ID, Columns.EVENT_TIME)
                .agg(max(Columns.UNTIL).as(Columns.UNTIL));
    }

    /** Telemetry without duplicates, by the declared rule. */
    public static Dataset<Row> telemetry(TypedTable table, Dataset<Row> passed, DuplicateRule rule) {
        return rule == DuplicateRule.MEAN_OF_FIRST_KNOWN
                ? firstKnown(table, meanPerKnownTime(table, passed))
                : firstKnown(table, passed);
    }

    private static Dataset<Row> meanPerKnownTime(TypedTable table, Dataset<Row> passed) {
        List<Column> group = new ArrayList<>(keys(table));
        group.add(col(Columns.KNOWN_AT));
        List<Column> means = table.values().stream()
                .map(name -> mean(Identifiers.column(name)).as(name))
                .toList();
        return passed.distinct()
                .groupBy(group.toArray(Column[]::new))
                .agg(means.get(0), means.subList(1, means.size()).toArray(Column[]::new));
    }

    /** Adds in ascending order: a plain average has other bits when the rows come in another order. */
    private static Column mean(Column value) {
        Column values = array_sort(collect_list(value));
        return aggregate(values, lit(0.0), Column::plus).divide(nullif(size(values), lit(0)));
    }

    /** Failures without those that follow another one of the same machine and component within {@code repair}. */
    public static Dataset<Row> failures(TypedTable table, Dataset<Row> passed, Duration repair) {
        return firstKnown(table, passed)
                .withColumn(REPEATED, repeatsWithin(repair, ""))
                .where(not(col(REPEATED)))
                .drop(REPEATED);
    }

    /** True where another row of the same machine and component lies less than {@code repair} before; never NULL. */
    static Column repeatsWithin(Duration repair, String prefix) {
        Column time = unix_micros(col(prefix + Columns.EVENT_TIME));
        return coalesce(
                time.minus(lag(time, 1)
                                .over(Window.partitionBy(
                                                col(prefix + Columns.MACHINE_ID), col(prefix + Columns.COMPONENT))
                                        .orderBy(col(prefix + Columns.EVENT_TIME))))
                        .lt(Micros.of(repair)),
                lit(false));
    }

    /** True where the row before of the same machine holds beyond the beginning of this one; never NULL. */
    static Column overlaps(String prefix, String until) {
        Column from = col(prefix + Columns.VALID_FROM);
        Column before = lag(col(until), 1)
                .over(Window.partitionBy(col(prefix + Columns.MACHINE_ID)).orderBy(from));
        return coalesce(before.gt(from), lit(false));
    }

    private static List<Column> columns(TypedTable table) {
        List<Column> result = new ArrayList<>(keys(table));
        if (table.dated()) {
            result.add(col(Columns.KNOWN_AT));
        }
        table.values().forEach(name -> result.add(Identifiers.column(name)));
        return result;
    }

    private static List<Column> keys(TypedTable table) {
        return table.key().stream().map(Identifiers::column).toList();
    }
}
