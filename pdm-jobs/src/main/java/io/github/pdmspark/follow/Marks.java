package io.github.pdmspark.follow;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.landing.StreamOptions;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Cadence;
import io.github.pdmspark.time.Micros;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Which prediction times of which machines records may have changed: a folder with the checkpoint of each stream, and one
 * small Parquet folder for each of its micro-batches. A micro-batch that is delivered again replaces its own marks.
 */
final class Marks {

    private static final String CHECKPOINTS = "checkpoints";
    private static final String MARKS = "marks";
    private static final String FIRST = "first_touched";
    private static final String LAST = "last_touched";
    private static final String READING = "last_reading";
    private static final StructType SCHEMA = new StructType()
            .add(Columns.MACHINE_ID, DataTypes.StringType)
            .add(FIRST, DataTypes.LongType)
            .add(LAST, DataTypes.LongType)
            .add(READING, DataTypes.LongType);

    private final SparkSession spark;
    private final Path root;
    private final FileSystem files;
    private final Cadence cadence;
    private final Duration lookBack;

    private Marks(SparkSession spark, Path root, FileSystem files, Cadence cadence, Duration lookBack) {
        this.spark = spark;
        this.root = root;
        this.files = files;
        this.cadence = cadence;
        this.lookBack = lookBack;
    }

    /** The marks in a folder, which need not exist, for prediction times of a cadence and readings of a look-back. */
    static Marks in(SparkSession spark, String folder, Cadence cadence, Duration lookBack) {
        Path root = new Path(folder);
        try {
            FileSystem files = root.getFileSystem(spark.sparkContext().hadoopConfiguration());
            return new Marks(spark, files.makeQualified(root), files, cadence, lookBack);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Takes what the stream of a table has not delivered yet, and marks what it touches. Runs one Spark job a micro-batch. */
    void follow(LandedTable table) {
        VoidFunction2<Dataset<Row>, Long> marking = (rows, number) -> mark(table, rows, number);
        try {
            StreamingQuery query = StreamOptions.set(
                            table.stream().writeStream(), Map.of("checkpointLocation", path(CHECKPOINTS, table.name())))
                    .foreachBatch(marking)
                    .trigger(Trigger.AvailableNow())
                    .start();
            query.awaitTermination();
        } catch (TimeoutException | StreamingQueryException e) {
            throw failed(e);
        }
    }

    private void mark(LandedTable table, Dataset<Row> rows, long number) {
        Column event = unix_micros(col(Columns.EVENT_TIME));
        Column first = greatest(unix_micros(col(Columns.KNOWN_AT)), event.plus(1));
        Column last = table.windowed() ? event.plus(Micros.of(lookBack)) : lit(Long.MAX_VALUE);
        Column reading = table.windowed() ? event : lit(Long.MIN_VALUE);
        table.accepted()
                .apply(rows)
                .select(col(Columns.MACHINE_ID), ceiling(first).as(FIRST), last.as(LAST), reading.as(READING))
                .groupBy(Columns.MACHINE_ID, FIRST)
                .agg(max(LAST).as(LAST), max(READING).as(READING))
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(path(MARKS, table.name() + "-" + number));
    }

    /** The first prediction time that is not before; {@link Cadence#ceilMicros} in Spark. */
    private Column ceiling(Column micros) {
        return micros.plus(pmod(lit(cadence.offsetMicros()).minus(micros), lit(cadence.everyMicros())));
    }

    /** The folders of marks that are there, sorted. */
    List<String> unfinished() {
        Path folder = new Path(root, MARKS);
        List<String> found = new ArrayList<>();
        try {
            if (files.exists(folder)) {
                for (FileStatus each : files.listStatus(folder)) {
                    if (files.exists(new Path(each.getPath(), "_SUCCESS"))) {
                        found.add(each.getPath().toString());
                    }
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        found.sort(null);
        return found;
    }

    /** The time of the latest reading among these marks. Runs one Spark job. */
    Optional<Long> lastReading(List<String> marks) {
        Row found = read(marks).agg(max(READING)).head();
        return found.isNullAt(0) || found.getLong(0) == Long.MIN_VALUE
                ? Optional.empty()
                : Optional.of(found.getLong(0));
    }

    /** {@code machine_id, as_of}: the prediction times of {@code [from, until)} that these marks touch, each once; lazy. */
    Dataset<Row> touched(List<String> marks, Instant from, Instant until) {
        Column first = greatest(col(FIRST), lit(cadence.ceilMicros(Micros.of(from))));
        Column last = least(col(LAST), lit(Micros.of(until) - 1));
        return read(marks)
                .where(first.leq(last))
                .select(
                        col(Columns.MACHINE_ID),
                        functions
                                .explode(sequence(first, last, lit(cadence.everyMicros())))
                                .as("micros"))
                .select(col(Columns.MACHINE_ID), timestamp_micros(col("micros")).as(Columns.AS_OF))
                .distinct();
    }

    private Dataset<Row> read(List<String> marks) {
        return spark.read().schema(SCHEMA).parquet(marks.toArray(String[]::new));
    }

    /** Deletes marks whose scores are published. */
    void forget(List<String> marks) {
        try {
            for (String each : marks) {
                files.delete(new Path(each), true);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private String path(String kind, String name) {
        return new Path(new Path(root, kind), name).toString();
    }

    private static PublishException failed(Exception cause) {
        return new PublishException(
                new Problem(
                        ErrorCondition.PDM_FOLLOW_FAILED,
                        "New records could not be followed: " + cause.getMessage() + ". No score was changed.",
                        "mend what the message says and run it again; it goes on where it stopped. To begin anew, delete"
                                + " the folder sinks.following: all records then count as new."),
                cause);
    }
}
