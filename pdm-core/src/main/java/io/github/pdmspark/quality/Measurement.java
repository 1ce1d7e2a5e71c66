package io.github.pdmspark.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.table.Check;
import io.github.pdmspark.table.TypedTable;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The two queries that measure all tables at once; each table is one branch of a union with a common shape. */
final class Measurement {

    /** Zeros before a number: 01 and 1 are probably one machine. */
    private static final String LEADING_ZEROS = "(?<![0-9])0+(?=[0-9])";

    private Measurement() {}

    /**
     * One row per table that has any: the sums of {@link MachineTotals}, and how the machines of the tables meet. Columns of
     * {@link TableTotals}.
     */
    static Dataset<Row> totals(List<TypedTable> tables, Duration repair) {
        Dataset<Row> perMachine = tables.stream()
                .map(table -> MachineTotals.of(table, repair))
                .reduce(Dataset::union)
                .orElseThrow();
        Column known = col("machine").isNotNull();
        Column silent = known.and(col("seen_first").isNull());
        Column unlisted = known.and(col("listed").isNull());
        Column alike = known.and(col("like_first").notEqual(col("like_last")));
        Column alikeNames = concat(col("like_first"), lit("' and '"), col("like_last"));
        return meeting(perMachine, repair)
                .groupBy(col("part.table").as("table"))
                .agg(
                        sum("part.rows").as("rows"),
                        sum("part.rejected").as("rejected"),
                        sum("part.conspicuous").as("conspicuous"),
                        sum("part.copies").as("copies"),
                        sum("part.conflicts").as("conflicts"),
                        min("part.example").as("example"),
                        sum("part.repeated").as("repeated"),
                        min("part.first").as("first"),
                        max("part.last").as("last"),
                        array_distinct(flatten(collect_set("part.names"))).as("names"),
                        count(col("machine")).as("machines"),
                        min("machine").as("machine"),
                        count(when(silent, 1)).as("silent"),
                        min(when(silent, col("machine"))).as("silent_example"),
                        count(when(unlisted, 1)).as("unlisted"),
                        min(when(unlisted, col("machine"))).as("unlisted_example"),
                        count(when(alike, 1)).as("alike"),
                        min(when(alike, alikeNames)).as("alike_example"),
                        coalesce(sum("outside"), lit(0)).cast("bigint").as("outside"));
    }

    /** One row per machine and table, with what the other tables say of the machine. */
    private static Dataset<Row> meeting(Dataset<Row> perMachine, Duration repair) {
        Column telemetry = col("table").equalTo("telemetry");
        WindowSpec alike = Window.partitionBy(lower(regexp_replace(col("machine"), lit(LEADING_ZEROS), lit(""))));
        String outside = "size(filter(part.times, t -> t < seen_first or t - " + Micros.of(repair) + " > seen_last))";
        return perMachine
                .groupBy("machine")
                .agg(
                        collect_list(struct("*")).as("parts"),
                        min(when(telemetry, col("first"))).as("seen_first"),
                        max(when(telemetry, col("last"))).as("seen_last"),
                        max(when(col("table").equalTo("machines"), 1)).as("listed"))
                .withColumn("like_first", min("machine").over(alike))
                .withColumn("like_last", max("machine").over(alike))
                .withColumn("part", explode(col("parts")))
                .withColumn("outside", when(col("seen_first").isNotNull(), expr(outside)))
                .drop("parts");
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
}
