package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** What was known of every machine at every prediction time: one row each, none dropped. */
public final class FeatureTable {

    /** Column of {@link #rowsBeside}, {@code array<string>}. */
    public static final String REMARK_TEXTS = "remark_texts";
    /** Column of {@link #rowsBeside}, double; NULL for NaN. */
    public static final String REMARK_NUMBER = "remark_number";

    private final Dataset<Row> rows;
    private final FeatureSpec spec;
    private final Supplier<Dataset<Row>> vectors;
    private final Supplier<String> plan;
    private final Optional<FeatureJob> job;

    private FeatureTable(
            Dataset<Row> rows,
            FeatureSpec spec,
            Supplier<Dataset<Row>> vectors,
            Supplier<String> plan,
            Optional<FeatureJob> job) {
        this.rows = rows;
        this.spec = spec;
        this.vectors = vectors;
        this.plan = plan;
        this.job = job;
    }

    static FeatureTable lazy(FeatureJob job) {
        return new FeatureTable(job.rows(), job.spec(), job::vectors, job::explainPlan, Optional.of(job));
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
                () -> "Scanned: the stored feature table of " + spec.fingerprint(),
                Optional.empty());
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
     * The rows with what a companion says about each, computed in one pass instead of by a join of wide rows: {@link
     * #REMARK_TEXTS} and {@link #REMARK_NUMBER} are the last columns. Empty for a table that was read from files. Lazy.
     */
    public Optional<Dataset<Row>> rowsBeside(RowCompanion companion) {
        return job.map(features -> features.rowsBeside(companion));
    }

    /**
     * Writes the rows as Parquet to a new folder and gives the table that reads them. Runs one Spark job; fails if the
     * folder exists. {@link #read} opens the folder again.
     */
    public FeatureTable materialized(String path) {
        rows.write().options(ParquetOptions.of(spec)).parquet(path);
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
