package io.github.pdmspark.benchmark.engine;

import io.github.pdmspark.benchmark.fleet.StoredFleet;
import org.apache.spark.sql.SparkSession;

/** Spark SQL alone: tiles by a grouping, windows by frames over tiles. */
public final class SparkTiles implements Engine {

    private final SparkSession spark;
    private final TileSql sql = new TileSql(Dialect.SPARK, WindowStyle.FRAMES);

    public SparkTiles(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public String name() {
        return "spark-tiles";
    }

    @Override
    public void run(Work work, StoredFleet fleet, Sink sink) {
        StoredFleet.TABLES.forEach(table -> fleet.table(spark, table).createOrReplaceTempView(table));
        SparkSink.run(spark.sql(sql.of(work)), work, sink);
    }
}
