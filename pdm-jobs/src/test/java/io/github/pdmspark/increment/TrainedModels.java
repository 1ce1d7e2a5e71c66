package io.github.pdmspark.increment;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** A trained model for tests of other packages. */
public final class TrainedModels {

    private TrainedModels() {}

    /** A small logistic model; the folder takes its fleet. */
    public static ModelBundle small(SparkSession spark, Path folder) {
        SmallFleet.create(spark, folder);
        return ModelBundle.load(spark, folder.resolve("model").toString());
    }

    /** A policy that the small model does not have. */
    public static AlarmPolicy policy() {
        return AlarmPolicy.threshold(0.3);
    }
}
