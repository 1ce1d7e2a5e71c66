package io.github.pdmspark.fleet;

import io.github.pdmspark.schema.Columns;
import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The five checked datasets. */
record HistoryTables(
        Dataset<Row> telemetry,
        Optional<Dataset<Row>> numberedTelemetry,
        Dataset<Row> errors,
        Dataset<Row> maintenance,
        Dataset<Row> failures,
        Dataset<Row> machines) {

    /** Without the records that became known after {@code time}. */
    HistoryTables knownBy(Instant time) {
        Column known = functions.col(Columns.KNOWN_AT).leq(functions.lit(time));
        return new HistoryTables(
                telemetry.where(known),
                numberedTelemetry.map(rows -> rows.where(known)),
                errors.where(known),
                maintenance.where(known),
                failures.where(known),
                machines);
    }
}
