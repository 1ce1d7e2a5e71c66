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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    private static final System.Logger LOG = System.getLogger(ParquetTable.class.getName());
    private static final String DATA = "data/";
    /** Inside a data folder: the rows of a merge, and these with those that they leave as they are. */
    private static final String CHANGED = "/changed";

    private static final String ALL = "/all";
    private static final String[] KEY_NAMES = {Columns.MACHINE_ID, Columns.AS_OF};
    private static final Column[] KEY = {col(Columns.MACHINE_ID), col(Columns.AS_OF)};
    private static final long FILE_BYTES = 64L << 20;

    private final SparkSession spark;
    private final String path;
    private final TableSettings settings;

    private ParquetTable(SparkSession spark, String path, TableSettings settings) {
        this.spark = spark;
        this.path = path;
        this.settings = settings;
    }

    /** The table in this folder, which need not exist; rows carry their time in {@code as_of}. */
    public static ParquetTable at(SparkSession spark, String path) {
        return new ParquetTable(spark, path, TableSettings.standard());
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

    private Publication publish(Batch batch, Staging staging) {
        try {
            StoreFolder folder = StoreFolder.at(spark, path);
            VersionLog log = new VersionLog(folder);
            TableVersion seen = log.latest().orElseGet(TableVersion::empty);
            Optional<TablePart> there = seen.intact(batch);
            if (there.isPresent()) {
                clean(folder, log);
                return new Publication(
                        Outcome.ALREADY_THERE, seen.number(), there.get().rows());
            }
            Publication done = write(folder, log, seen, batch, staging);
            settings.watcher().accept(PublishStep.COMMITTED);
            clean(folder, log);
            settings.watcher().accept(PublishStep.CLEANED);
            return done;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public Dataset<Row> read() {
        try {
            StoreFolder folder = StoreFolder.at(spark, path);
            TableVersion version = new VersionLog(folder)
                    .latest()
                    .orElseThrow(() -> damaged("Nothing was published in '" + folder.shown() + "'."));
            return new TableReader(spark, folder, version).rows();
        } catch (IOException e) {
            throw new PublishException(
                    new Problem(
                            ErrorCondition.PDM_PUBLISHED_DAMAGED,
                            "The published table cannot be read: " + e.getMessage(),
                            "check that the folder can be reached."),
                    e);
        }
    }

    private Publication write(StoreFolder folder, VersionLog log, TableVersion seen, Batch batch, Staging staging)
            throws IOException {
        String unique = UUID.randomUUID().toString();
        String data = DATA + unique;
        try {
            TablePart part = staging.stage(folder, seen, data);
            return commit(folder, log, seen, batch, part, unique);
        } catch (PublishException e) {
            if (e.condition() != ErrorCondition.PDM_PUBLISH_UNKNOWN) {
                discard(folder, data, e);
            }
            throw e;
        } catch (IOException | RuntimeException e) {
            discard(folder, data, e);
            throw e;
        } catch (Exception e) { // SparkException is checked, but Scala does not declare it
            discard(folder, data, e);
            throw failed(e);
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

    private Publication commit(
            StoreFolder folder, VersionLog log, TableVersion seen, Batch batch, TablePart part, String unique)
            throws IOException {
        while (true) {
            TableVersion latest = log.latest().orElseGet(TableVersion::empty);
            Optional<TablePart> conflict = latest.conflict(seen, batch);
            if (conflict.isPresent()) {
                throw conflict(folder, batch, conflict.get());
            }
            TableVersion next =
                    latest.with(batch, part, unique, settings.clock().instant());
            if (log.append(next)) {
                return new Publication(Outcome.PUBLISHED, next.number(), part.rows());
            }
        }
    }

    /** The batch is published by now, so a failure here must not look like one of publishing: the next run cleans again. */
    private void clean(StoreFolder folder, VersionLog log) {
        try {
            deleteUnnamed(folder, log);
        } catch (IOException | PublishException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "Left-overs in '" + folder.shown() + "' stay for now: " + e);
        }
    }

    private void deleteUnnamed(StoreFolder folder, VersionLog log) throws IOException {
        List<Long> numbers = log.numbers();
        List<Long> kept = numbers.subList(Math.max(0, numbers.size() - settings.keptVersions()), numbers.size());
        Set<String> named = new HashSet<>();
        for (long number : kept) {
            log.read(number)
                    .parts()
                    .forEach(part ->
                            named.add(part.folder().replaceFirst("^" + DATA, "").replaceFirst("/.*$", "")));
        }
        long before = settings.clock().millis() - settings.abandonedAge().toMillis();
        for (String data : folder.namesBefore(DATA, before)) {
            if (!named.contains(data)) {
                folder.delete(DATA + data);
            }
        }
        log.forget(kept.isEmpty() ? 0 : kept.get(0), before);
    }

    /** Writes the rows of a part into a data folder. */
    private interface Staging {
        TablePart stage(StoreFolder folder, TableVersion seen, String data) throws IOException;
    }

    private static void discard(StoreFolder folder, String data, Exception reason) {
        try {
            folder.delete(data);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static PublishException conflict(StoreFolder folder, Batch batch, TablePart other) {
        return new PublishException(new Problem(
                ErrorCondition.PDM_PUBLISH_CONFLICT,
                "Batch '" + batch.id() + "' was not published in '" + folder.shown() + "': batch '" + other.batch()
                        + "' was published into the same range meanwhile. Nothing of that was changed.",
                "let one run at a time publish a range, then run this batch again if it is still wanted."));
    }

    private static PublishException damaged(String message) {
        return new PublishException(new Problem(
                ErrorCondition.PDM_PUBLISHED_DAMAGED, message, "check the path, or publish a first batch."));
    }

    private static PublishException failed(Exception cause) {
        return new PublishException(
                new Problem(
                        ErrorCondition.PDM_PUBLISH_FAILED,
                        "The batch was not published: " + cause.getMessage() + ". What was there is still there.",
                        "mend the file system, then run the batch again."),
                cause);
    }
}
