package io.github.pdmspark.stream;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.increment.ScoringPlan;
import io.github.pdmspark.publication.Batch;
import io.github.pdmspark.publication.Publication;
import io.github.pdmspark.publication.PublishedTable;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.time.Cadence;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;

/**
 * Scores exactly the machines and times that new records touch, and merges them into a published table. A micro-batch that is
 * replayed changes nothing. Immutable.
 *
 * @param scorer the model
 * @param history reads the history with the telemetry of a range and all events
 * @param table where the scores go
 * @param from earlier times are left as they are
 * @param until later readings are not read
 * @param lookBack how far back telemetry is read
 */
public record TouchedScoring(
        ScoringPipeline scorer,
        Function<TimeRange, FleetHistory> history,
        PublishedTable table,
        Instant from,
        Instant until,
        Duration lookBack) {

    private static final String ADDED = "added";

    /** What one micro-batch did. */
    public record Rescored(long batch, long touched, Optional<Publication> publication) {}

    /** With the look-back of incremental scoring, twice the longest window. */
    public static TouchedScoring of(
            ScoringPipeline scorer, Function<TimeRange, FleetHistory> history, PublishedTable table, TimeRange range) {
        Duration usual = ScoringPlan.usualLookBack(
                scorer.spec().longestWindow(), scorer.spec().cadence().every());
        return new TouchedScoring(scorer, history, table, range.start(), range.end(), usual);
    }

    /**
     * Follows what arrived since the last time, then ends; one that failed half-way is continued.
     *
     * @param arrivals a stream as of {@link Arrivals#of}
     * @param checkpoint folder that says what was followed; it belongs to these tables and this model
     */
    public List<Rescored> runAvailable(Dataset<Row> arrivals, String checkpoint)
            throws TimeoutException, StreamingQueryException {
        List<Rescored> done = new ArrayList<>();
        VoidFunction2<Dataset<Row>, Long> each = (rows, batch) -> done.add(rescore(batch, rows));
        StreamOptions.set(arrivals.writeStream(), Map.of("checkpointLocation", checkpoint))
                .foreachBatch(each)
                .trigger(Trigger.AvailableNow())
                .start()
                .awaitTermination();
        return List.copyOf(done);
    }

    /**
     * Scores what the records of one micro-batch touch.
     *
     * @param batch its number; the same number with the same records is published once
     * @param arrived {@code machine_id, event_time, reading}
     */
    public Rescored rescore(long batch, Dataset<Row> arrived) {
        Row first = arrived.agg(min(unix_micros(col(Columns.EVENT_TIME)))).head();
        if (first.isNullAt(0)) {
            return new Rescored(batch, 0, Optional.empty());
        }
        Cadence cadence = scorer.spec().cadence();
        Duration window = scorer.spec().longestWindow();
        Instant earliest = Micros.instant(first.getLong(0));
        Instant start = earliest.isBefore(from) ? from : earliest;
        FleetHistory known = history.apply(new TimeRange(start.minus(lookBack).minus(window), until));
        Row latest = latest(arrived, known.telemetry());
        Instant end = completeUntil(latest, 0);
        if (!from.isBefore(end)) {
            return new Rescored(batch, 0, Optional.empty());
        }
        return Touched.by(
                        arrived, known.telemetry(), cadence, window, new TimeRange(from, end), completeUntil(latest, 1))
                .map(touched -> publish(batch, touched, known))
                .orElseGet(() -> new Rescored(batch, 0, Optional.empty()));
    }

    /** The latest reading of all, and the latest one that was there before. */
    private static Row latest(Dataset<Row> arrived, Dataset<Row> telemetry) {
        Dataset<Row> added = arrived.where(col(Arrivals.READING))
                .select(
                        col(Columns.MACHINE_ID),
                        col(Columns.EVENT_TIME),
                        lit(true).as(ADDED))
                .distinct();
        Column time = unix_micros(col(Columns.EVENT_TIME));
        return telemetry
                .join(added, new String[] {Columns.MACHINE_ID, Columns.EVENT_TIME}, "left")
                .agg(max(time), max(when(col(ADDED).isNull(), time)))
                .head();
    }

    private Instant completeUntil(Row latest, int column) {
        if (latest.isNullAt(column)) {
            return from;
        }
        Instant complete = ScoringPlan.completeUntil(
                Micros.instant(latest.getLong(column)),
                scorer.spec().samplingPeriod().orElse(Duration.ZERO),
                scorer.spec().cadence().every(),
                scorer.spec().cadence().offset());
        return complete.isBefore(until) ? complete : until;
    }

    private Rescored publish(long batch, Touched touched, FleetHistory known) {
        String fingerprint = scorer.modelId() + " " + touched.size() + " " + Long.toHexString(touched.hash());
        Batch named = new Batch("touched " + batch, scorer.modelId(), touched.range(), fingerprint);
        Dataset<Row> rows = scorer.score(known, touched.range(), lookBack)
                .rows()
                .join(broadcast(touched.pairs()), new String[] {Columns.MACHINE_ID, Columns.AS_OF}, "left_semi");
        return new Rescored(batch, touched.size(), Optional.of(table.merge(named, rows)));
    }
}
