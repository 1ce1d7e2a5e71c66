package io.github.pdmspark.fleet;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.github.pdmspark.schema.Columns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The time that is left when suspended intervals are taken out; these are few enough for the memory of one JVM.
 *
 * @param suspensions {@code machine_id, event_time, until}
 */
record WorkingTime(Dataset<Row> suspensions) {

    private static final String MACHINE = "__pdm_suspended_machine";
    private static final String FROM = "__pdm_suspended_from";
    private static final String UNTIL = "__pdm_suspended_until";

    /** The readings in it. */
    Dataset<Row> readings(Dataset<Row> telemetry) {
        return outside(telemetry, col(Columns.MACHINE_ID));
    }

    /** The readings in it, with {@code machine_id bigint}: comparing numbers costs less than making text of each. */
    Dataset<Row> numberedReadings(Dataset<Row> telemetry) {
        Column number = expr("try_cast(" + Columns.MACHINE_ID + " as bigint)");
        Column sameText = number.cast("string").equalTo(col(Columns.MACHINE_ID));
        return new WorkingTime(suspensions.where(sameText)).outside(telemetry, number);
    }

    private Dataset<Row> outside(Dataset<Row> telemetry, Column machine) {
        Dataset<Row> intervals = broadcast(suspensions.select(
                machine.as(MACHINE), col(Columns.EVENT_TIME).as(FROM), col(Columns.UNTIL).as(UNTIL)));
        Column time = col(Columns.EVENT_TIME);
        Column inside = time.geq(col(FROM)).and(col(UNTIL).isNull().or(time.lt(col(UNTIL))));
        return telemetry.join(intervals, col(Columns.MACHINE_ID).equalTo(col(MACHINE)).and(inside), "left_anti");
    }
}
