package io.github.pdmspark.life;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.bundle.Provenance;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.model.LifeColumns;
import io.github.pdmspark.model.LifeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A trained regression of the remaining life of one component. Immutable. */
public final class LifeRegression {

    private final FeatureSpec spec;
    private final String component;
    private final LifeClock clock;
    private final OptionalDouble cap;
    private final Imputation imputation;
    private final LifeModel model;
    private final Provenance provenance;

    LifeRegression(
            FeatureSpec spec,
            String component,
            LifeClock clock,
            OptionalDouble cap,
            Imputation imputation,
            LifeModel model,
            Provenance provenance) {
        this.spec = spec;
        this.component = component;
        this.clock = clock;
        this.cap = cap;
        this.imputation = imputation;
        this.model = model;
        this.provenance = provenance;
    }

    /**
     * The rows, which have the features of {@link #spec}, with {@link LifeColumns#PREDICTED_LIFE} in units of {@link #clock},
     * and quantiles if the model has a distribution; between 0 and the cap, if there is one. Missing features are filled in
     * as in training; other columns stay. Lazy.
     *
     * @throws io.github.pdmspark.error.SchemaException if a feature column is missing or not a number
     */
    public Dataset<Row> predict(Dataset<Row> rows) {
        Dataset<Row> predicted = model.predict(imputation.apply(rows));
        Set<String> known = Set.of(predicted.columns());
        List<String> lives = new ArrayList<>(
                List.of(LifeColumns.PREDICTED_LIFE, LifeColumns.LIFE_P10, LifeColumns.LIFE_P50, LifeColumns.LIFE_P90));
        lives.retainAll(known);
        for (String life : lives) {
            predicted = predicted.withColumn(life, withinRange(col(life)));
        }
        return predicted;
    }

    /** A comparison with null is null here; Spark's greatest and least would pass over it. */
    private Column withinRange(Column life) {
        Column low = greatest(life, lit(0.0));
        return when(life.isNotNull(), cap.isPresent() ? least(low, lit(cap.getAsDouble())) : low);
    }

    /** How the features are made. */
    public FeatureSpec spec() {
        return spec;
    }

    /** Whose life is predicted. */
    public String component() {
        return component;
    }

    /** In what lives are measured. */
    public LifeClock clock() {
        return clock;
    }

    /** The longest life that is predicted, if there is one. */
    public OptionalDouble cap() {
        return cap;
    }

    /** How missing features are filled in. */
    public Imputation imputation() {
        return imputation;
    }

    /** The model; it reads the output of {@link #imputation}. */
    public LifeModel model() {
        return model;
    }

    /** What made the model. */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * Writes it as one new folder, see {@link SavedRegression}. Runs a few small Spark jobs.
     *
     * @throws IllegalArgumentException if the path exists and is not an empty folder
     */
    public void save(SparkSession spark, String path) {
        SavedRegression.save(this, spark, path);
    }

    /**
     * Reads a saved one; every file is compared with the manifest first.
     *
     * @throws io.github.pdmspark.error.BundleException if the folder is something else, or was changed
     */
    public static LifeRegression load(SparkSession spark, String path) {
        return SavedRegression.load(spark, path);
    }
}
