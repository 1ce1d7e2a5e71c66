package io.github.pdmspark.benchmark.engine;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Runs a Spark query into a sink. */
final class SparkSink {

    private SparkSink() {}

    static void run(Dataset<Row> rows, Work work, Sink sink) {
        Dataset<Row> result = rows.selectExpr(work.columns().toArray(String[]::new));
        if (sink instanceof Sink.Parquet parquet) {
            result.write().mode(SaveMode.Overwrite).parquet(parquet.folder());
        } else {
            result.write().format("noop").mode(SaveMode.Overwrite).save();
        }
    }
}
