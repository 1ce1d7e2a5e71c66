package io.github.pdmspark.stream;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Cadence;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The grid times of machines whose features may be other ones because of new records.
 *
 * @param pairs {@code machine_id, as_of}, each once
 * @param range from the first to after the last
 * @param size how many
 * @param hash of all of them, whatever their order
 */
record Touched(Dataset<Row> pairs, TimeRange range, long size, long hash) {

    private static final String TIME = "time";
    private static final String FIRST = "first";
    private static final String LAST = "last";

    /**
     * A reading at t touches {@code (t, t + window]}, and the grid times up to its neighbours, which may exist only because
     * of it; an event touches all times after it; readings that are later than all others touch the times of all machines that
     * they complete. Runs one Spark job; empty if nothing is touched.
     *
     * @param arrived {@code machine_id, event_time, reading}
     * @param telemetry what is known around the readings
     * @param window the longest that features remember a reading
     * @param within no other times are touched
     * @param completeBefore the times that were complete without what arrived end here
     */
    static Optional<Touched> by(
            Dataset<Row> arrived,
            Dataset<Row> telemetry,
            Cadence cadence,
            Duration window,
            TimeRange within,
            Instant completeBefore) {
        Column until = lit(Micros.of(within.end()));
        Dataset<Row> events = arrived.where(col(Arrivals.READING).equalTo(false))
                .select(
                        col(Columns.MACHINE_ID),
                        unix_micros(col(Columns.EVENT_TIME)).as(FIRST),
                        until.as(LAST));
        Dataset<Row> completed = telemetry
                .select(
                        col(Columns.MACHINE_ID),
                        lit(Micros.of(completeBefore) - 1).as(FIRST),
                        until.as(LAST))
                .distinct();
        Dataset<Row> spans =
                events.union(completed).union(readings(arrived.where(col(Arrivals.READING)), telemetry, window));
        Column first = greatest(ceil(col(FIRST).plus(1), cadence), lit(cadence.ceilMicros(Micros.of(within.start()))));
        Column last = least(col(LAST), lit(Micros.of(within.end()) - 1));
        Dataset<Row> pairs = spans.select(col(Columns.MACHINE_ID), first.as(FIRST), last.as(LAST))
                .where(col(FIRST).leq(col(LAST)))
                .select(
                        col(Columns.MACHINE_ID),
                        explode(sequence(col(FIRST), col(LAST), lit(cadence.everyMicros())))
                                .as(TIME))
                .distinct();
        Row found = pairs.agg(
                        min(TIME),
                        max(TIME),
                        count(lit(1)),
                        coalesce(bit_xor(xxhash64(col(Columns.MACHINE_ID), col(TIME))), lit(0L)))
                .head();
        if (found.getLong(2) == 0) {
            return Optional.empty();
        }
        Instant end = Micros.instant(found.getLong(1)).plus(cadence.every());
        return Optional.of(new Touched(
                pairs.select(
                        col(Columns.MACHINE_ID), timestamp_micros(col(TIME)).as(Columns.AS_OF)),
                new TimeRange(Micros.instant(found.getLong(0)), end),
                found.getLong(2),
                found.getLong(3)));
    }

    /** From the reading before a new one to the end of what remembers it, or to the reading after it. */
    private static Dataset<Row> readings(Dataset<Row> arrived, Dataset<Row> telemetry, Duration window) {
        Dataset<Row> added = arrived.select(
                        col(Columns.MACHINE_ID),
                        unix_micros(col(Columns.EVENT_TIME)).as(TIME))
                .distinct();
        Dataset<Row> known = telemetry
                .select(
                        col(Columns.MACHINE_ID),
                        unix_micros(col(Columns.EVENT_TIME)).as(TIME))
                .join(added.select(Columns.MACHINE_ID).distinct(), Columns.MACHINE_ID);
        var order = Window.partitionBy(Columns.MACHINE_ID).orderBy(TIME);
        Column before = lag(TIME, 1).over(order);
        Column after = lead(TIME, 1).over(order);
        return known.distinct()
                .select(
                        col(Columns.MACHINE_ID),
                        col(TIME),
                        coalesce(before, col(TIME)).as(FIRST),
                        greatest(col(TIME).plus(Micros.of(window)), coalesce(after, col(TIME)))
                                .as(LAST))
                .join(added, new String[] {Columns.MACHINE_ID, TIME})
                .select(Columns.MACHINE_ID, FIRST, LAST);
    }

    private static Column ceil(Column micros, Cadence cadence) {
        return micros.plus(pmod(lit(cadence.offsetMicros()).minus(micros), lit(cadence.everyMicros())));
    }
}
