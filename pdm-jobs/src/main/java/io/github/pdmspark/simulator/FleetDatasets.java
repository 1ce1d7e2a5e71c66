package io.github.pdmspark.simulator;

import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The tables of a fleet as lazy datasets, generated where the partitions run. */
final class FleetDatasets {

    private static final int MACHINES_PER_PARTITION = 25;

    private FleetDatasets() {}

    static Dataset<Row> of(FleetSimulator fleet, FleetTable table, SparkSession spark) {
        int partitions = (fleet.machineCount() + MACHINES_PER_PARTITION - 1) / MACHINES_PER_PARTITION;
        Dataset<Row> rows = spark.range(1, fleet.machineCount() + 1L, 1, partitions)
                .mapPartitions(generate(fleet, table), Encoders.row(table.schema()));
        return table.isDated()
                ? rows.withColumn(FleetTable.TIME, expr("timestamp_micros(" + FleetTable.TIME + ")"))
                : rows;
    }

    static void writeParquet(FleetSimulator fleet, SparkSession spark, String directory) {
        for (FleetTable table : FleetTable.values()) {
            Dataset<Row> rows = of(fleet, table, spark);
            Dataset<Row> files = table == FleetTable.TELEMETRY ? rows : rows.coalesce(1);
            files.write().mode(SaveMode.Overwrite).parquet(directory + "/" + table.title());
        }
    }

    private static MapPartitionsFunction<Long, Row> generate(FleetSimulator fleet, FleetTable table) {
        return machineIds -> {
            List<Integer> ids = new ArrayList<>();
            machineIds.forEachRemaining(id -> ids.add(Math.toIntExact(id)));
            Iterator<Row> rows = table.rows(fleet, ids).map(RowFactory::create).iterator();
            return rows;
        };
    }
}
