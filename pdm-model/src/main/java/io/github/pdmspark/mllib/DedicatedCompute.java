package io.github.pdmspark.mllib;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import org.apache.spark.sql.SparkSession;

/** MLlib runs in the JVM of the Spark driver and not through Spark Connect; this says so before anything else fails. */
final class DedicatedCompute {

    private static final String PROBE = "org.apache.spark.ml.classification.ProbabilisticClassifier";

    private DedicatedCompute() {}

    static void require(SparkSession spark) {
        require(spark.getClass().getName(), DedicatedCompute.class.getClassLoader());
    }

    static void require(String sessionClass, ClassLoader loader) {
        if (sessionClass.contains(".connect.") || !isPresent(loader)) {
            throw new TrainingException(new Problem(
                    ErrorCondition.PDM_NEEDS_DEDICATED_COMPUTE,
                    "MLlib models need dedicated compute: this session goes through Spark Connect, where MLlib does not run"
                            + " in the JVM.",
                    "On Databricks choose the access mode 'Dedicated' instead of 'Standard' or serverless; elsewhere run the"
                            + " program in the driver with spark-submit."));
        }
    }

    private static boolean isPresent(ClassLoader loader) {
        try {
            Class.forName(PROBE, false, loader);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
