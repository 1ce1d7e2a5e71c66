package io.github.pdmspark.model;

import io.github.pdmspark.error.Problem;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** A way to save a model in a folder and to read it again. */
public interface ModelFormat {

    /** The name that a saved bundle refers to. */
    String name();

    /** Writes the model into a folder that does not exist yet. */
    void write(Model model, SparkSession spark, String folder);

    /**
     * What speaks against reading the folder: anything that could make {@link #read} run foreign code. Looks at files only
     * and loads no class that they name.
     */
    List<Problem> inspect(SparkSession spark, String folder);

    /** Reads what {@link #write} wrote, after {@link #inspect} found nothing. */
    Model read(SparkSession spark, String folder, List<String> features, List<String> classes);
}
