package io.github.pdmspark.fleet;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The five checked datasets. */
record HistoryTables(
        Dataset<Row> telemetry,
        Optional<Dataset<Row>> numberedTelemetry,
        Dataset<Row> errors,
        Dataset<Row> maintenance,
        Dataset<Row> failures,
        Dataset<Row> machines) {}
