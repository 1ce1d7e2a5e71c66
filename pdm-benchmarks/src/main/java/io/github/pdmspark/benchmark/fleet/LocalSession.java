package io.github.pdmspark.benchmark.fleet;

import org.apache.spark.sql.SparkSession;

/** The Spark session of the benchmarks. */
public final class LocalSession {

    private LocalSession() {}

    /** A session with two threads; times are written as 64-bit microseconds, which every engine reads fast. */
    public static SparkSession start() {
        return SparkSession.builder()
                .appName("pdm benchmarks")
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", 4)
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .getOrCreate();
    }
}
