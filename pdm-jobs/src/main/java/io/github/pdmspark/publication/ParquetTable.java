package io.github.pdmspark.publication;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.publication.Publication.Outcome;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.TimeRange;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A published table of plain Parquet files. Rows are written to a folder of their own; one small file then names the folders
 * that make a version. Read it with {@link #read}: the data folders alone hold replaced rows, too.
 */
public final class ParquetTable implements PublishedTable {

    /** Inside a data folder: the rows of a merge, and these with those that they leave as they are. */
    private static final String CHANGED = "/changed";

    private static final String ALL = "/all";
    private static final String[] KEY_NAMES = {Columns.MACHINE_ID, Columns.AS_OF};
    private static final Column[] KEY = {col(Columns.MACHINE_ID), col(Columns.AS_OF)};
    private static final long FILE_BYTES = 64L << 20;

    private final SparkSession spark;
    private final String path;
    private final FolderSettings settings;

    private ParquetTable(SparkSession spark, String path, FolderSettings settings) {
        this.spark = spark;
        this.path = path;
        this.settings = settings;
    }

    /** The table in this folder, which need not exist; rows carry their time in {@code as_of}. */
    public static ParquetTable at(SparkSession spark, String path) {
        return new ParquetTable(spark, path, FolderSettings.standard());
    }

    /** The same with how many versions stay readable, 10 unless said. */
    public ParquetTable keepingVersions(int count) {
        return new ParquetTable(spark, path, settings.keeping(count));
    }

    /** The same with the age from which files that no version names are left-overs of a dead run, 24 h unless said. */
    public ParquetTable abandonedAfter(Duration age) {
        return new ParquetTable(spark, path, settings.abandonedAfter(age));
    }

    /** The same with another source of the time of writing. */
    public ParquetTable clock(Clock clock) {
        return new ParquetTable(spark, path, settings.clock(clock));
    }

    /** {@inheritDoc} Hears of every {@link PublishStep}. */
    @Override
    public ParquetTable watchedBy(Consumer<PublishStep> listener) {
        return new ParquetTable(spark, path, settings.watchedBy(listener));
    }

    /** {@inheritDoc} Runs two Spark jobs, one more when many small files must become few. */
    @Override
    public Publication publish(Batch batch, Dataset<Row> rows) {
        return publish(batch, (folder, seen, data) -> stage(folder, data, batch, rows));
    }

    /** {@inheritDoc} Runs three Spark jobs, one more when many small files must become few. */
    @Override
    public Publication merge(Batch batch, Dataset<Row> rows) {
        return publish(batch, (folder, seen, data) -> {
            rows.write().parquet(folder.full(data + CHANGED));
            Dataset<Row> changed = spark.read().parquet(folder.full(data + CHANGED));
            Dataset<Row> all = new TableReader(spark, folder, seen)
                    .rows(batch)
                    .map(current -> current.join(changed.select(KEY), KEY_NAMES, "left_anti")
                            .unionByName(changed, true))
                    .orElse(changed);
            TablePart part = stage(folder, data + ALL, batch, all);
            folder.delete(data + CHANGED);
            return part;
        });
    }

    private Publication publish(Batch batch, Writing writing) {
        try {
            VersionedFolder<TableVersion> versions = versions();
            TableVersion seen = versions.log().latest().orElseGet(TableVersion::empty);
            Optional<TablePart> there = seen.intact(batch);
            if (there.isPresent()) {
                versions.clean();
                return new Publication(
                        Outcome.ALREADY_THERE, seen.number(), there.get().rows());
            }
            TableVersion added = versions.add(data -> {
                TablePart part = writing.write(versions.folder(), seen, data);
                return (latest, commit) -> next(versions, seen, latest.orElseGet(TableVersion::empty), batch)
                        .with(batch, part, commit, settings.clock().instant());
            });
            return new Publication(
                    Outcome.PUBLISHED,
                    added.number(),
                    added.intact(batch).orElseThrow().rows());
        } catch (IOException e) {
            throw VersionedFolder.failed(e);
        }
    }

    /** The latest version, unless somebody published into the range of the batch since {@code seen}. */
    private static TableVersion next(
            VersionedFolder<TableVersion> versions, TableVersion seen, TableVersion latest, Batch batch) {
        latest.conflict(seen, batch).ifPresent(other -> {
            throw versions.conflict(batch.id(), other.batch());
        });
        return latest;
    }

    private VersionedFolder<TableVersion> versions() throws IOException {
        return new VersionedFolder<>(StoreFolder.at(spark, path), TableVersion.class, settings);
    }

    @Override
    public Dataset<Row> read() {
        try {
            VersionedFolder<TableVersion> versions = versions();
            TableVersion version =
                    versions.log().latest().orElseThrow(() -> versions.log().nothing());
            return new TableReader(spark, versions.folder(), version).rows();
        } catch (IOException e) {
            throw new PublishException(
                    new Problem(
                            ErrorCondition.PDM_PUBLISHED_DAMAGED,
                            "The published table cannot be read: " + e.getMessage(),
                            "check that the folder can be reached."),
                    e);
        }
    }

    private TablePart stage(StoreFolder folder, String data, Batch batch, Dataset<Row> rows) throws IOException {
        rows.write().parquet(folder.full(data));
        List<Long> sizes = folder.dataFileSizes(data);
        long few = 1 + sizes.stream().mapToLong(Long::longValue).sum() / FILE_BYTES;
        String result = data;
        if (sizes.size() > few + 1) {
            result = data + "/few";
            spark.read().parquet(folder.full(data)).coalesce((int) few).write().parquet(folder.full(result));
            for (String name : folder.names(data)) {
                if (!name.equals("few")) {
                    folder.delete(data + "/" + name);
                }
            }
        }
        settings.watcher().accept(PublishStep.STAGED);
        long count = countInside(folder.full(result), batch.range());
        settings.watcher().accept(PublishStep.CHECKED);
        return TablePart.of(batch, result, count);
    }

    /** Rows outside of the range would be invisible at once, so they are refused. */
    private long countInside(String data, TimeRange range) {
        Column time = col(Columns.AS_OF);
        Column outside = time.isNull().or(not(TableReader.inside(range.start(), range.end())));
        Row found = spark.read()
                .parquet(data)
                .agg(count(lit(1)), count(when(outside, 1)))
                .first();
        if (found.getLong(1) > 0) {
            throw new IllegalArgumentException(found.getLong(1) + " of " + found.getLong(0)
                    + " rows have no " + Columns.AS_OF + " or lie outside of " + range
                    + "; nothing was published. Publish them with the range that they belong to.");
        }
        return found.getLong(0);
    }

    /** Writes the rows of a part into a data folder. */
    private interface Writing {
        TablePart write(StoreFolder folder, TableVersion seen, String data) throws IOException;
    }
}
