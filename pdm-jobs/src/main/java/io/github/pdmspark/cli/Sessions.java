package io.github.pdmspark.cli;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SpecException;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** The session of a command: the one that is there, or one of this process alone that is stopped at its end. */
final class Sessions {

    private Sessions() {}

    /** A session somebody else made: never stopped, never changed. */
    static Supplier<SparkSession> foreign() {
        return () -> SparkSession.builder().getOrCreate();
    }

    /**
     * Commands read folders, specifications and models through the file system of Spark, which Spark Connect does not offer.
     *
     * @throws SpecException {@code PDM_NEEDS_DEDICATED_COMPUTE} if this is a class of a session of Spark Connect
     */
    static void requireDedicated(String sessionClass, String command) {
        if (sessionClass.contains(".connect.")) {
            throw new SpecException(new Problem(
                    ErrorCondition.PDM_NEEDS_DEDICATED_COMPUTE,
                    "'pdm " + command + "' needs dedicated compute: this session goes through Spark Connect.",
                    "on Databricks choose the access mode 'Dedicated' instead of 'Standard' or serverless; elsewhere use"
                            + " spark-submit. What runs there: docs/how-to/databricks.md."));
        }
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
