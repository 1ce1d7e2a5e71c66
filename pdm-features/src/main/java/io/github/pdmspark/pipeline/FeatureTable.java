package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** What was known of every machine at every prediction time: one row each, none dropped. */
public final class FeatureTable {

    private final Dataset<Row> rows;
    private final FeatureSpec spec;
    private final Supplier<Dataset<Row>> vectors;
    private final Supplier<String> plan;

    private FeatureTable(Dataset<Row> rows, FeatureSpec spec, Supplier<Dataset<Row>> vectors, Supplier<String> plan) {
        this.rows = rows;
        this.spec = spec;
        this.vectors = vectors;
        this.plan = plan;
    }

    static FeatureTable lazy(FeatureJob job) {
        return new FeatureTable(job.rows(), job.spec(), job::vectors, job::explainPlan);
    }

    /**
     * Opens what {@link #materialized} wrote. Reads the schema only.
     *
     * @throws IllegalArgumentException if the folder holds Parquet of another origin
     */
    public static FeatureTable read(SparkSession spark, String path) {
        Dataset<Row> rows = spark.read().parquet(path);
        FeatureSpec spec = TableContents.read(rows.schema())
                .orElseThrow(() -> new IllegalArgumentException("The Parquet files in '" + path
                        + "' are no feature table. Write them with FeatureTable.materialized(path)."));
        return new FeatureTable(
                rows,
                spec,
                () -> vectors(rows, spec),
                () -> "Scanned: the stored feature table of " + spec.fingerprint());
    }

    /**
     * Columns {@code machine_id string, as_of timestamp, feature_status string, coverage double} and one double per
     * feature. NULL is a missing value, never NaN; {@code coverage} is the smallest share of expected readings over all
     * windows and NULL where no sampling period or window is declared. The schema carries the specification and its
     * fingerprint. Every action computes the rows again.
     */
    public Dataset<Row> rows() {
        return rows;
    }

    /**
     * The same with all features in one column {@code features array<double>}, in the order of {@link #featureNames}: for
     * wide fleets, as hundreds of columns cost more than their values. Every action computes the rows again.
     */
    public Dataset<Row> vectors() {
        return vectors.get();
    }

    /**
     * Writes the rows as Parquet to a new folder and gives the table that reads them. Runs one Spark job; fails if the
     * folder exists. {@link #read} opens the folder again.
     */
    public FeatureTable materialized(String path) {
        rows.write().parquet(path);
        return read(rows.sparkSession(), path);
    }

    /** The concrete specification of the features. */
    public FeatureSpec spec() {
        return spec;
    }

    /** The names of the feature columns, in their order. */
    public List<String> featureNames() {
        return spec.featureNames();
    }

    /** What will be scanned, shuffled and computed, as text. Runs no Spark job. */
    public String explainPlan() {
        return plan.get();
    }

    private static Dataset<Row> vectors(Dataset<Row> rows, FeatureSpec spec) {
        Column[] features =
                spec.featureNames().stream().map(Identifiers::column).toArray(Column[]::new);
        Dataset<Row> vectors = rows.select(
                functions.col(Columns.MACHINE_ID),
                functions.col(Columns.AS_OF),
                functions.col(FeatureColumns.FEATURE_STATUS),
                functions.col(FeatureColumns.COVERAGE),
                functions.array(features).as(FeatureColumns.FEATURES));
        return TableContents.mark(vectors, spec);
    }
}
