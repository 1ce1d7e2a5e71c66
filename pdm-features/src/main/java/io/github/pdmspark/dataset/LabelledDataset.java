package io.github.pdmspark.dataset;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.label.LabelTable;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.pipeline.ParquetOptions;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.schema.Suggestion;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Features and labels side by side: every row of the feature table, none added and none lost, each with a {@code
 * row_status}. Immutable and lazy; every use computes the features again until {@link #materialized} has written them.
 */
public final class LabelledDataset {

    /** Name of a {@link RowStatus}, text, never null. */
    public static final String ROW_STATUS = "row_status";

    private final Dataset<Row> rows;
    private final Contents contents;

    LabelledDataset(Dataset<Row> rows, Contents contents) {
        this.rows = rows;
        this.contents = contents;
    }

    /**
     * Features with their labels; a feature row outside the observation of its machine has no label and is {@code
     * CENSORED}. Lazy; one join.
     *
     * @throws IllegalArgumentException if the two tables have different grids, or a feature has the name of a column that
     *     a label needs
     */
    public static LabelledDataset of(FeatureTable features, LabelTable labels) {
        return Joining.join(features.rows(), features.spec(), labels);
    }

    /**
     * Builds the features of a history and labels them in the same pass over the machines; no join. Lazy.
     *
     * @throws io.github.pdmspark.error.TrainingException {@code PDM_NO_FAILURES} if the history has no failures
     */
    public static LabelledDataset of(FleetHistory history, FeaturePipeline pipeline, FailureLabel label) {
        return Joining.inOnePass(pipeline.on(history), history, label);
    }

    /**
     * Opens what {@link #materialized} wrote. Reads the schema only.
     *
     * @throws IllegalArgumentException if the folder holds Parquet of another origin
     */
    public static LabelledDataset read(SparkSession spark, String path) {
        Dataset<Row> rows = spark.read().parquet(path);
        return new LabelledDataset(rows, Contents.readFrom(rows.schema(), path));
    }

    /**
     * {@code machine_id}, {@code as_of}, {@code feature_status}, {@code coverage}, the features, {@code row_status}, {@code
     * label_status}, {@code label}, {@code label_components}, {@code hours_to_failure}.
     */
    public Dataset<Row> rows() {
        return rows;
    }

    /** The names of the feature columns, in order. */
    public List<String> features() {
        return contents.spec().featureNames();
    }

    /** The components that a label can name, in declared order. */
    public List<String> components() {
        return contents.components();
    }

    /** Start of the label interval after {@code as_of}. */
    public Duration lead() {
        return contents.lead();
    }

    /** Length of the label interval. */
    public Duration horizon() {
        return contents.horizon();
    }

    /** How the features were made. */
    public FeatureSpec spec() {
        return contents.spec();
    }

    /** Rows by status and usable rows by class. Runs one Spark job over the whole dataset. */
    public Waterfall waterfall() {
        return WaterfallCount.of(this);
    }

    /** The rows that train and count in metrics: {@code row_status = USABLE}. */
    public LabelledDataset usable() {
        return where(functions.col(ROW_STATUS).equalTo(RowStatus.USABLE.name()));
    }

    /** The rows with {@code as_of} in the range. */
    public LabelledDataset between(TimeRange range) {
        Column asOf = Identifiers.column(Columns.AS_OF);
        return where(asOf.geq(functions.lit(range.start())).and(asOf.lt(functions.lit(range.end()))));
    }

    /** The rows that fulfil a condition on the columns of {@link #rows}. */
    public LabelledDataset where(Column condition) {
        return new LabelledDataset(rows.where(condition), contents);
    }

    /**
     * The same rows with the question for one component alone: positive where it fails in the label interval, first or not. Where
     * only others fail the row is negative; {@code hours_to_failure} is NULL unless the component fails first. Statuses stay;
     * so a negative row before another failure may not have been observed to the end of its interval.
     *
     * @throws IllegalArgumentException if the dataset has no such component
     */
    public LabelledDataset ofComponent(String component) {
        if (!components().contains(component)) {
            throw new IllegalArgumentException("No label names component '" + component + "'; there are " + components()
                    + "." + Suggestion.sentence(component, components()));
        }
        return new LabelledDataset(OneComponent.of(rows, component), contents.withComponents(List.of(component)));
    }

    /**
     * Writes the rows as Parquet to a new folder and gives the dataset that reads them, so that several uses compute the
     * features once. Runs one Spark job; fails if the folder exists. {@link #read} opens the folder again.
     */
    public LabelledDataset materialized(String path) {
        rows.withColumn(ROW_STATUS, functions.col(ROW_STATUS).as(ROW_STATUS, contents.asMetadata()))
                .write()
                .options(ParquetOptions.of(spec()))
                .parquet(path);
        return read(rows.sparkSession(), path);
    }
}
