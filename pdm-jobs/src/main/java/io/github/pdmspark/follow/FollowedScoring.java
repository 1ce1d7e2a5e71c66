package io.github.pdmspark.follow;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.pdmspark.increment.IncrementalScoring;
import io.github.pdmspark.increment.ScoringPlan;
import io.github.pdmspark.ledger.LedgerEntry;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Cadence;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Scores what records that were added to landing tables complete or change. Each run takes the records that came since the
 * one before, by {@code Trigger.AvailableNow}: new readings complete prediction times, which are scored for all machines; a
 * late record touches prediction times that were scored before, and exactly these are scored again. A run that failed or was
 * killed is continued by the next one; records that are delivered twice change nothing. Immutable.
 */
public final class FollowedScoring {

    private final IncrementalScoring scoring;
    private final Marks marks;
    private final Cadence cadence;
    private final Duration samplingPeriod;
    private final Consumer<FollowStep> watcher;

    private FollowedScoring(
            IncrementalScoring scoring, Marks marks, Duration samplingPeriod, Consumer<FollowStep> watcher) {
        this.scoring = scoring;
        this.marks = marks;
        this.cadence = scoring.cadence();
        this.samplingPeriod = samplingPeriod;
        this.watcher = watcher;
    }

    /**
     * A scoring that follows.
     *
     * @param scoring scores ranges; it must have a ledger
     * @param folder where checkpoints and marks are kept; it belongs to this model and these tables
     * @param samplingPeriod time between two readings; zero where it is not known
     * @param watcher hears of every border
     */
    public static FollowedScoring of(
            SparkSession spark,
            IncrementalScoring scoring,
            String folder,
            Duration samplingPeriod,
            Consumer<FollowStep> watcher) {
        Marks marks = Marks.in(spark, folder, scoring.cadence(), scoring.lookBack());
        return new FollowedScoring(scoring, marks, samplingPeriod, watcher);
    }

    /**
     * Takes what came, scores and publishes it.
     *
     * @param tables what is followed
     * @param from the first prediction time that was scored
     * @param until where scoring came to; the same as {@code from} at the first run
     * @param now no prediction time after it is scored, whatever the clock of a machine says
     */
    public Followed run(List<LandedTable> tables, Instant from, Instant until, Instant now) {
        tables.forEach(marks::follow);
        watcher.accept(FollowStep.MARKED);
        List<String> unfinished = marks.unfinished();
        if (unfinished.isEmpty()) {
            return new Followed(0, Optional.empty(), Optional.empty());
        }
        Dataset<Row> touched = marks.touched(unfinished, from, until).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Row found = touched.agg(
                            count(lit(1)),
                            min(Columns.AS_OF),
                            coalesce(bit_xor(xxhash64(col(Columns.MACHINE_ID), col(Columns.AS_OF))), lit(0L)))
                    .head();
            Optional<LedgerEntry> changed = found.getLong(0) == 0
                    ? Optional.empty()
                    : Optional.of(scoring.again(
                            touched,
                            new TimeRange(found.getTimestamp(1).toInstant(), until),
                            found.getLong(0) + "/" + found.getLong(2)));
            watcher.accept(FollowStep.CHANGED);
            Optional<LedgerEntry> completed =
                    completed(unfinished, until, now).map(end -> scoring.run(new TimeRange(until, end)));
            watcher.accept(FollowStep.COMPLETED);
            marks.forget(unfinished);
            watcher.accept(FollowStep.FORGOTTEN);
            return new Followed(found.getLong(0), changed, completed);
        } finally {
            touched.unpersist();
        }
    }

    private Optional<Instant> completed(List<String> unfinished, Instant before, Instant now) {
        return marks.lastReading(unfinished)
                .map(Micros::instant)
                .map(reading -> completed(reading, samplingPeriod, cadence, now))
                .filter(before::isBefore);
    }

    /** The end of what a reading completes: no prediction time after {@code now} lies before it. */
    static Instant completed(Instant reading, Duration samplingPeriod, Cadence cadence, Instant now) {
        Instant byReading = ScoringPlan.completeUntil(reading, samplingPeriod, cadence.every(), cadence.offset());
        Instant byClock = ScoringPlan.completeUntil(now, Duration.ZERO, cadence.every(), cadence.offset());
        return byReading.isBefore(byClock) ? byReading : byClock;
    }

    /**
     * What a run did.
     *
     * @param touched pairs of machine and prediction time, scored before, that new records may have changed
     * @param changed the run that scored them again; none if there were none
     * @param completed the run that scored new prediction times; none if no reading completed any
     */
    public record Followed(long touched, Optional<LedgerEntry> changed, Optional<LedgerEntry> completed) {}
}
