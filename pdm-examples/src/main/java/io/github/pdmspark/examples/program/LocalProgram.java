package io.github.pdmspark.examples.program;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** A program on this machine: its session lives as long as its steps. */
public final class LocalProgram {

    private LocalProgram() {}

    /** What a program does with its session. */
    @FunctionalInterface
    public interface Steps {

        /** Runs the program. */
        void run(SparkSession spark) throws IOException;
    }

    /** Starts Spark on all cores, runs the steps and stops Spark, also after a failure. */
    public static void run(String name, Steps steps) throws IOException {
        SparkSession spark = SparkSession.builder()
                .appName(name)
                .master("local[*]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", 4)
                .getOrCreate();
        try {
            steps.run(spark);
        } finally {
            spark.stop();
        }
    }
}
