package io.github.pdmspark.fleet;

import io.github.pdmspark.schema.Columns;
import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The six checked datasets; the telemetry with the readings of suspended machines. */
record HistoryTables(
        Dataset<Row> telemetry,
        Optional<Dataset<Row>> numberedTelemetry,
        Dataset<Row> errors,
        Dataset<Row> maintenance,
        Dataset<Row> failures,
        Dataset<Row> suspensions,
        Dataset<Row> machines) {

    private static final String WANTED = "__pdm_wanted";

    /** Without the records that became known after {@code time}. */
    HistoryTables knownBy(Instant time) {
        Column known = functions.col(Columns.KNOWN_AT).leq(functions.lit(time));
        return new HistoryTables(
                telemetry.where(known),
                numberedTelemetry.map(rows -> rows.where(known)),
                errors.where(known),
                maintenance.where(known),
                failures.where(known),
                begunBy(time),
                machines);
    }

    /** An end that has not come yet is not known. */
    private Dataset<Row> begunBy(Instant time) {
        Column end = functions.col(Columns.UNTIL);
        return suspensions
                .where(functions.col(Columns.EVENT_TIME).leq(functions.lit(time)))
                .withColumn(Columns.UNTIL, functions.when(end.leq(functions.lit(time)), end));
    }

    /** The records of some machines. */
    HistoryTables ofMachines(Dataset<Row> ids) {
        Dataset<Row> wanted = functions.broadcast(
                ids.select(functions.col(Columns.MACHINE_ID).as(WANTED)).distinct());
        return new HistoryTables(
                of(telemetry, wanted),
                numberedTelemetry.map(rows -> of(rows, wanted)),
                of(errors, wanted),
                of(maintenance, wanted),
                of(failures, wanted),
                of(suspensions, wanted),
                of(machines, wanted));
    }

    private static Dataset<Row> of(Dataset<Row> rows, Dataset<Row> wanted) {
        Column same = functions.col(Columns.MACHINE_ID).cast("string").equalTo(functions.col(WANTED));
        return rows.join(wanted, same, "left_semi");
    }
}
