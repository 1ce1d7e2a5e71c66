package io.github.pdmspark.model;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** An algorithm with its settings, ready to learn; the same trainer can be used many times. */
public interface Trainer {

    /** Short name of the algorithm, such as {@code random-forest}. */
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
     * Learns from the rows. Runs Spark jobs.
     *
     * @throws io.github.pdmspark.error.TrainingException if there are no rows, or rows of one class only
     */
    Model train(TrainingSet data);
}
