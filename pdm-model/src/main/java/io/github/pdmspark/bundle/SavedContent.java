package io.github.pdmspark.bundle;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.SparkSession;

/**
 * What a saved model is made of.
 *
 * @param identity what the manifest says of it
 * @param texts its text files by name
 * @param models writes the fitted models
 */
public record SavedContent(SavedIdentity identity, Map<String, String> texts, Models models) {

    public SavedContent {
        texts = Map.copyOf(texts);
    }

    void writeModels(SparkSession spark, UnaryOperator<String> pathOf) {
        models.write(spark, pathOf);
    }

    /** Writes fitted models into folders that do not exist yet. */
    @FunctionalInterface
    public interface Models {

        /** Writes them; {@code pathOf} gives the full path of a folder by its name. */
        void write(SparkSession spark, UnaryOperator<String> pathOf);
    }
}
