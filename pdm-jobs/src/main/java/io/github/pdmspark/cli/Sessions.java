package io.github.pdmspark.cli;

import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** The session of a command: the one that is there, or one of this process alone that is stopped at its end. */
final class Sessions {

    private Sessions() {}

    /** A session somebody else made: never stopped, never changed. */
    static Supplier<SparkSession> foreign() {
        return () -> SparkSession.builder().getOrCreate();
    }

    /** Whether this process was started without Spark around it. */
    static boolean isAlone() {
        return System.getProperty("spark.master") == null
                && System.getenv("DATABRICKS_RUNTIME_VERSION") == null
                && System.getenv("SPARK_REMOTE") == null;
    }

    /** A session on this machine. */
    static SparkSession local() {
        return SparkSession.builder()
                .appName("pdm")
                .master("local[*]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", Runtime.getRuntime().availableProcessors())
                .getOrCreate();
    }
}
