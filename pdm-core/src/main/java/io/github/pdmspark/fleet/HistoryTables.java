package io.github.pdmspark.fleet;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The five checked datasets. */
record HistoryTables(
        Dataset<Row> telemetry,
        Dataset<Row> errors,
        Dataset<Row> maintenance,
        Dataset<Row> failures,
        Dataset<Row> machines) {}
