package io.github.pdmspark.evaluation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.model.ScoreNames;
import io.github.pdmspark.model.ScoreStatus;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings scores, failures, repairs and errors of a machine together: one shuffle, and each partition sorted by machine and
 * by the time at which a record becomes visible. Plain columns only.
 */
final class SweepInput {

    static final int END_OF_OBSERVATION = 0;
    static final int FAILURE = 1;
    static final int MAINTENANCE = 2;
    static final int ERROR = 3;
    static final int SCORE = 4;
    /** What a machine has in common with others; its event time is the number of the attribute. */
    static final int GROUP = 5;

    static final int KIND_AT = 1;
    static final int EVENT_AT = 2;
    static final int VISIBLE_AT = 3;
    static final int NAME_AT = 4;
    static final int SCORES_AT = 5;

    private static final Column NO_SCORES = lit(null).cast("array<double>");
    private static final Column NO_NAME = lit(null).cast("string");

    private SweepInput() {}

    /** A table of dated events of one kind, named by {@code name}; visible from {@code known_at} on if it has that column. */
    static Dataset<Row> events(Dataset<Row> table, int kind, String name) {
        Column event = unix_micros(col(Columns.EVENT_TIME));
        boolean dated = List.of(table.columns()).contains(Columns.KNOWN_AT);
        Column known = dated ? coalesce(unix_micros(col(Columns.KNOWN_AT)), event) : event;
        // A prediction sees event < asOf and known <= asOf: from the first microsecond after the event.
        Column seen = greatest(known, event.plus(1));
        return unified(table, seen, kind, event, greatest(known, event), col(name), NO_SCORES);
    }

    /** The end of observation of each machine. */
    static Dataset<Row> ends(Dataset<Row> table, String column) {
        Column end = unix_micros(col(column));
        return unified(table, end, END_OF_OBSERVATION, end, end, NO_NAME, NO_SCORES);
    }

    /** The values of one attribute: machine_id, value. */
    static Dataset<Row> groups(Dataset<Row> table, int attribute) {
        Column number = lit((long) attribute);
        return unified(table, lit(Long.MIN_VALUE), GROUP, number, number, col("value"), NO_SCORES);
    }

    /** The scored rows of a score table inside the plan's range. */
    static Dataset<Row> scores(Dataset<Row> table, SweepPlan plan) {
        Column asOf = unix_micros(col(Columns.AS_OF));
        Column inRange = asOf.geq(plan.startMicros()).and(asOf.lt(plan.endMicros()));
        ScoreNames names = ScoreNames.in(table.columns());
        Column[] scores = plan.components().stream()
                .map(component ->
                        coalesce(Identifiers.column(names.of(component)).cast("double"), lit(Double.NaN)))
                .toArray(Column[]::new);
        Dataset<Row> scored = table.filter(
                col(ScoreColumns.STATUS).equalTo(ScoreStatus.SCORED.name()).and(inRange));
        return unified(scored, asOf, SCORE, asOf, asOf, NO_NAME, array(scores));
    }

    /** All parts by machine, each machine within one partition and in order. */
    static Dataset<Row> sorted(List<Dataset<Row>> parts) {
        return parts.stream()
                .reduce(Dataset::union)
                .orElseThrow()
                .repartition(col(Columns.MACHINE_ID))
                .sortWithinPartitions(
                        col("machine_id"),
                        col("order"),
                        col("kind").equalTo(SCORE),
                        col("visible"),
                        col("kind"),
                        col("name"))
                .drop("order");
    }

    private static Dataset<Row> unified(
            Dataset<Row> table, Column order, int kind, Column event, Column visible, Column name, Column scores) {
        return table.select(
                col(Columns.MACHINE_ID).cast("string").as("machine_id"),
                order.as("order"),
                lit(kind).as("kind"),
                event.as("event"),
                visible.as("visible"),
                name.as("name"),
                scores.as("scores"));
    }
}
