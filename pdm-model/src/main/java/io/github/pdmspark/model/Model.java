package io.github.pdmspark.model;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a trainer learned; features and classes keep their names. */
public interface Model {

    /** Names of the columns that {@link #score} reads. */
    List<String> features();

    /** Names of the classes, {@link Target#NONE} first. */
    List<String> classes();

    /**
     * The rows with one more column {@link ScoreColumns#CLASS_SCORES}: an array of doubles in the order of {@link #classes},
     * never NaN, adding up to 1. It is null where a feature is missing or not finite, or where the algorithm finds no finite
     * score; fill features in before. No row and no other column is lost. Lazy.
     *
     * @throws io.github.pdmspark.error.SchemaException if a feature column is missing or not a number
     */
    Dataset<Row> score(Dataset<Row> rows);

    /** The weight of each feature in the model, by name, adding up to 1; empty if the algorithm has none. */
    Map<String, Double> importances();

    /** How the model is saved. */
    ModelFormat format();

    /** Short name of the algorithm that made it. */
    String algorithm();
}
