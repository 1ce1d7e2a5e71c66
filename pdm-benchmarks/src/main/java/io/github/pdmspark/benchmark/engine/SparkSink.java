package io.github.pdmspark.benchmark.engine;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Runs a Spark query into a sink. */
final class SparkSink {

    private SparkSink() {}

    static void run(Dataset<Row> rows, Work work, Sink sink) {
        run(rows, work, sink, Map.of());
    }

    /** The same with options of the Parquet writer. */
    static void run(Dataset<Row> rows, Work work, Sink sink, Map<String, String> options) {
        Dataset<Row> result = rows.selectExpr(work.columns().toArray(String[]::new));
        if (sink instanceof Sink.Parquet parquet) {
            result.write().options(options).mode(SaveMode.Overwrite).parquet(parquet.folder());
        } else {
            result.write().format("noop").mode(SaveMode.Overwrite).save();
        }
    }
}
