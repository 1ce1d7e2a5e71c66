package io.github.pdmspark.fleet;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.quality.TableSummary;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The time that is left when suspended intervals are taken out. These are few enough for the memory of one JVM. A machine that
 * stands every night has many: a reading is compared with those of its own day only.
 *
 * @param suspensions {@code machine_id, event_time, until}
 * @param first microseconds of the first reading
 * @param last microseconds of the last reading
 */
record WorkingTime(Dataset<Row> suspensions, long first, long last) {

    private static final String MACHINE = "__pdm_suspended_machine";
    private static final String DAY = "__pdm_suspended_day";
    private static final String FROM = "__pdm_suspended_from";
    private static final String UNTIL = "__pdm_suspended_until";
    private static final long MICROS_OF_DAY = Micros.of(Duration.ofDays(1));

    static WorkingTime of(Dataset<Row> suspensions, TableSummary telemetry) {
        return new WorkingTime(
                suspensions,
                telemetry.first().map(Micros::of).orElse(0L),
                telemetry.last().map(Micros::of).orElse(0L));
    }

    /** The readings in it. */
    Dataset<Row> readings(Dataset<Row> telemetry) {
        return outside(telemetry, intervals(col(Columns.MACHINE_ID)));
    }

    /** The readings in it, with {@code machine_id bigint}: comparing numbers costs less than making text of each. */
    Dataset<Row> numberedReadings(Dataset<Row> telemetry) {
        Column number = expr("try_cast(" + Columns.MACHINE_ID + " as bigint)");
        Column sameText = number.cast("string").equalTo(col(Columns.MACHINE_ID));
        return outside(telemetry, new WorkingTime(suspensions.where(sameText), first, last).intervals(number));
    }

    /** One row for every day that an interval touches while there are readings. */
    private Dataset<Row> intervals(Column machine) {
        Column days = expr("sequence(" + day("greatest(" + FROM + ", " + first + "L)") + ", "
                + day("least(" + UNTIL + " - 1, " + last + "L)") + ")");
        return suspensions
                .select(
                        machine.as(MACHINE),
                        unix_micros(col(Columns.EVENT_TIME)).as(FROM),
                        coalesce(unix_micros(col(Columns.UNTIL)), lit(Long.MAX_VALUE))
                                .as(UNTIL))
                .where(col(FROM).leq(last).and(col(UNTIL).gt(first)))
                .withColumn(DAY, explode(days));
    }

    private static Dataset<Row> outside(Dataset<Row> telemetry, Dataset<Row> intervals) {
        Column time = unix_micros(col(Columns.EVENT_TIME));
        Column sameDay = col(Columns.MACHINE_ID)
                .equalTo(col(MACHINE))
                .and(expr(day("unix_micros(" + Columns.EVENT_TIME + ")")).equalTo(col(DAY)));
        Column inside = sameDay.and(time.geq(col(FROM))).and(time.lt(col(UNTIL)));
        return telemetry.join(broadcast(intervals), inside, "left_anti");
    }

    private static String day(String micros) {
        return "(" + micros + " div " + MICROS_OF_DAY + "L)";
    }
}
