package io.github.pdmspark.model;

import io.github.pdmspark.error.Problem;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** A way to save a model of remaining lives in a folder and to read it again. */
public interface LifeModelFormat {

    /** The name that a saved folder refers to. */
    String name();

    /** Writes the model into a folder that does not exist yet. */
    void write(LifeModel model, SparkSession spark, String folder);

    /** What speaks against reading the folder; looks at files only and loads no class that they name. */
    List<Problem> inspect(SparkSession spark, String folder);

    /** Reads what {@link #write} wrote, after {@link #inspect} found nothing. */
    LifeModel read(SparkSession spark, String folder, List<String> features);
}
