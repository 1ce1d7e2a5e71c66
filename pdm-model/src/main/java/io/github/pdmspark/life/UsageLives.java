package io.github.pdmspark.life;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.forall;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.model.LifeColumns;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Turns lives in hours into lives by a counter: {@code counter(end) - counter(as_of)}, where the counter at t is its last value before t. */
final class UsageLives {

    private static final String[] KEY = {Columns.MACHINE_ID, Columns.AS_OF};
    private static final String MICROS = "__pdm_micros";
    private static final String PLACE = "__pdm_place";
    private static final String USAGE = "__pdm_usage";
    private static final long MICROS_PER_HOUR = 3_600_000_000L;

    private UsageLives() {}

    static Dataset<Row> of(Dataset<Row> hours, FleetHistory history, String counter) {
        if (!history.sensors().contains(counter)) {
            throw new IllegalArgumentException(
                    "No sensor '" + counter + "' to count usage. Found: " + String.join(", ", history.sensors()) + ".");
        }
        Dataset<Row> usage = atPoints(points(hours).unionByName(readings(history, counter)));
        Column start = col(USAGE).getItem(0).getField(USAGE);
        Column lives = transform(expr("slice(" + USAGE + ", 2, size(" + USAGE + ") - 1)"), end -> end.getField(USAGE)
                .minus(start));
        return hours.join(usage.select(col(KEY[0]), col(KEY[1]), lives.as(USAGE)), KEY, "left")
                .withColumn(LifeColumns.LIFE, when(forall(col(USAGE), Column::isNotNull), col(USAGE)))
                .drop(USAGE);
    }

    /** Of every row its own time at place 0 and the end of each life after it. */
    private static Dataset<Row> points(Dataset<Row> hours) {
        Column asOf = unix_micros(col(Columns.AS_OF));
        Column ends = transform(
                col(LifeColumns.LIFE),
                life -> asOf.plus(round(life.multiply(MICROS_PER_HOUR)).cast("long")));
        return hours.where(col(LifeColumns.LIFE).isNotNull())
                .select(
                        col(Columns.MACHINE_ID),
                        col(Columns.AS_OF),
                        posexplode(concat(array(asOf), ends)).as(new String[] {PLACE, MICROS}))
                .withColumn(USAGE, lit(null).cast("double"));
    }

    private static Dataset<Row> readings(FleetHistory history, String counter) {
        return history.telemetry()
                .select(
                        col(Columns.MACHINE_ID),
                        lit(null).cast("timestamp").as(Columns.AS_OF),
                        lit(null).cast("int").as(PLACE),
                        unix_micros(col(Columns.EVENT_TIME)).as(MICROS),
                        Identifiers.column(counter).as(USAGE));
    }

    /** A counter that never falls has its largest value last. */
    private static Dataset<Row> atPoints(Dataset<Row> points) {
        Column before = max(col(USAGE))
                .over(Window.partitionBy(Columns.MACHINE_ID)
                        .orderBy(MICROS)
                        .rangeBetween(Window.unboundedPreceding(), -1));
        return points.withColumn(USAGE, before)
                .where(col(PLACE).isNotNull())
                .groupBy(KEY[0], KEY[1])
                .agg(array_sort(collect_list(struct(col(PLACE), col(USAGE)))).as(USAGE));
    }
}
