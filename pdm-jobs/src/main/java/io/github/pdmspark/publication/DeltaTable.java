package io.github.pdmspark.publication;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.publication.Publication.Outcome;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.time.TimeRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A published table of Delta Lake, one commit a batch. Needs Delta on the class path and in the session, as Databricks has it;
 * nothing of it is loaded before the first call. Other commits than ours, such as a DELETE, make batches count as not there.
 */
public final class DeltaTable implements PublishedTable {

    private final SparkSession spark;
    private final String path;
    private final DeltaHistory history;

    private DeltaTable(SparkSession spark, String path) {
        this.spark = spark;
        this.path = path;
        this.history = new DeltaHistory(spark, path);
    }

    /** The table in this folder, which need not exist; rows carry their time in {@code as_of}. */
    public static DeltaTable at(SparkSession spark, String path) {
        return new DeltaTable(spark, path);
    }

    /** {@inheritDoc} Replaces by condition: Delta removes and adds in one commit, which also names the batch. */
    @Override
    public Publication publish(Batch batch, Dataset<Row> rows) {
        Optional<DeltaCommit> there = history.intact(batch);
        if (there.isPresent()) {
            return new Publication(
                    Outcome.ALREADY_THERE, there.get().version(), there.get().rows());
        }
        String unique = UUID.randomUUID().toString();
        try {
            ScopedRows.of(batch, rows)
                    .write()
                    .format("delta")
                    .mode("overwrite")
                    .option("replaceWhere", whole(batch, ""))
                    .option("mergeSchema", true)
                    .option("userMetadata", StoreJson.write(DeltaBatch.of(batch, unique)))
                    .save(path);
        } catch (Exception e) { // SparkException is checked, but Scala does not declare it
            throw failed(batch, e);
        }
        DeltaCommit done = history.named(unique);
        return new Publication(Outcome.PUBLISHED, done.version(), done.rows());
    }

    /** {@inheritDoc} A MERGE on scope, machine and time that touches only rows which differ. */
    @Override
    public Publication merge(Batch batch, Dataset<Row> rows) {
        if (!history.exists()) {
            return publish(batch, rows);
        }
        String view = "pdm_merge_" + UUID.randomUUID().toString().replace("-", "");
        Dataset<Row> scoped = ScopedRows.of(batch, rows);
        try {
            scoped.createOrReplaceTempView(view);
            Row counts = spark.sql(mergeSql(batch, scoped.columns(), view)).first();
            long changed = counts.getLong(counts.fieldIndex("num_affected_rows"));
            return new Publication(
                    changed == 0 ? Outcome.ALREADY_THERE : Outcome.PUBLISHED,
                    history.latest().version(),
                    read(batch).count());
        } catch (Exception e) { // SparkException is checked, but Scala does not declare it
            throw failed(batch, e);
        } finally {
            spark.catalog().dropTempView(view);
        }
    }

    @Override
    public Dataset<Row> read() {
        if (!history.exists()) {
            throw new PublishException(new Problem(
                    ErrorCondition.PDM_PUBLISHED_DAMAGED,
                    "Nothing was published in '" + path + "'.",
                    "check the path, or publish a first batch."));
        }
        return ScopedRows.withoutScope(spark.read().format("delta").load(path));
    }

    private Dataset<Row> read(Batch batch) {
        return spark.read().format("delta").load(path).where(whole(batch, ""));
    }

    private String mergeSql(Batch batch, String[] columns, String view) {
        List<String> names = Arrays.stream(columns).map(Identifiers::quoted).toList();
        String differs = names.stream()
                .map(name -> "NOT (t." + name + " <=> s." + name + ")")
                .collect(Collectors.joining(" OR "));
        String key = List.of(ScopedRows.SCOPE, Columns.MACHINE_ID, Columns.AS_OF).stream()
                .map(name -> "t." + name + " = s." + name)
                .collect(Collectors.joining(" AND "));
        return "MERGE INTO delta." + Identifiers.quoted(path) + " AS t USING " + view + " AS s ON " + key + " AND "
                + whole(batch, "t.") + " WHEN MATCHED AND (" + differs
                + ") THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *";
    }

    /** The scope and range of a batch as a condition that Delta can prune files with. */
    private static String whole(Batch batch, String alias) {
        TimeRange range = batch.range();
        String scope = batch.scope().replace("\\", "\\\\").replace("'", "\\'");
        return alias + ScopedRows.SCOPE + " = '" + scope + "' AND " + alias + Columns.AS_OF + " >= TIMESTAMP '"
                + range.start() + "' AND " + alias + Columns.AS_OF + " < TIMESTAMP '" + range.end() + "'";
    }

    private RuntimeException failed(Batch batch, Exception cause) {
        ScopedRows.throwIfRefused(batch, cause);
        boolean conflict = cause.getClass().getSimpleName().matches("Concurrent.*|MetadataChanged.*|ProtocolChanged.*");
        Problem problem = conflict
                ? new Problem(
                        ErrorCondition.PDM_PUBLISH_CONFLICT,
                        "Batch '" + batch.id() + "' was not published in '" + path
                                + "': another run wrote the same range meanwhile. Nothing of that was changed.",
                        "let one run at a time publish a range, then run this batch again if it is still wanted.")
                : new Problem(
                        ErrorCondition.PDM_PUBLISH_FAILED,
                        "The batch was not published in '" + path + "': "
                                + ScopedRows.reason(cause)
                                + ". What was there is still there.",
                        "mend the cause, then run the batch again; Delta must be on the class path and"
                                + " spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension be set.");
        return new PublishException(problem, cause);
    }
}
