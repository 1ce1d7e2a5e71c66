package io.github.pdmspark.model;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** An algorithm that learns remaining lives, with its settings; the same trainer can be used many times. */
public interface LifeTrainer {

    /** Short name of the algorithm. */
    String algorithm();

    /** Every setting that decides the result, by name, the seed among them. */
    Map<String, String> parameters();

    /**
     * Fails if the trainer cannot run in this session; called before any feature is computed.
     *
     * @throws io.github.pdmspark.error.TrainingException if the session lacks what the algorithm needs
     */
    default void requireSession(SparkSession spark) {}

    /**
     * Learns from the rows; an algorithm that cannot use lower bounds leaves censored rows out. Runs Spark jobs.
     *
     * @throws io.github.pdmspark.error.TrainingException if there are no rows, or all of them are censored
     */
    LifeModel train(LifeTrainingSet data);
}
