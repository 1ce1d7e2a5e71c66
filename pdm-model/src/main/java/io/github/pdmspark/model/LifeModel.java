package io.github.pdmspark.model;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a trainer of remaining lives learned. */
public interface LifeModel {

    /** Names of the columns that {@link #predict} reads. */
    List<String> features();

    /**
     * The rows with one more column {@link LifeColumns#PREDICTED_LIFE}, and {@link LifeColumns#LIFE_P10}, {@link
     * LifeColumns#LIFE_P50}, {@link LifeColumns#LIFE_P90} if the algorithm has a distribution. They are null where a feature is
     * missing or not finite; fill features in before. No row and no other column is lost. Lazy.
     *
     * @throws io.github.pdmspark.error.SchemaException if a feature column is missing or not a number
     */
    Dataset<Row> predict(Dataset<Row> rows);

    /** The weight of each feature in the model, by name, adding up to 1; empty if the algorithm has none. */
    Map<String, Double> importances();

    /** How the model is saved. */
    LifeModelFormat format();

    /** Short name of the algorithm that made it. */
    String algorithm();
}
