package io.github.pdmspark.grid;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Cadence;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The observation times of a fleet: every time g of the cadence with {@code first reading of the machine <= g <= end of
 * observation of the machine}, both ends included.
 *
 * @param cadence the regular series of times, the same for all machines
 */
public record ObservationGrid(Cadence cadence) {

    /** Earliest telemetry time of a machine, timestamp. */
    public static final String FIRST_READING = "first_reading";
    /** Latest telemetry time of a machine, timestamp. */
    public static final String LAST_READING = "last_reading";
    /** Until when a failure of the machine would have been recorded, timestamp. */
    public static final String END_OF_OBSERVATION = "end_of_observation";

    /** A grid anchored at the epoch: every 12 h means 00:00 and 12:00 UTC. */
    public static ObservationGrid every(Duration step) {
        return new ObservationGrid(Cadence.every(step));
    }

    /** The same grid shifted from the epoch by {@code 0 <= offset < step}. */
    public ObservationGrid withOffset(Duration offset) {
        return new ObservationGrid(cadence.withOffset(offset));
    }

    /** The grid times in {@code [first, end]}, in microseconds since the epoch, ascending. */
    public LongStream timesMicros(long first, long end) {
        long start = cadence.ceilMicros(first);
        long every = cadence.everyMicros();
        return start > end
                ? LongStream.empty()
                : LongStream.rangeClosed(0, (end - start) / every).map(i -> start + i * every);
    }

    /**
     * One row for each machine with telemetry: {@code machine_id}, {@code first_reading}, {@code last_reading}, {@code
     * end_of_observation}. The end is the declared {@link FleetHistory#observedUntil()}, else the last reading plus the
     * declared sampling period. Lazy; one pass over the telemetry.
     */
    public static Dataset<Row> spans(FleetHistory history) {
        return history.telemetry()
                .groupBy(col(Columns.MACHINE_ID))
                .agg(
                        min(col(Columns.EVENT_TIME)).as(FIRST_READING),
                        max(col(Columns.EVENT_TIME)).as(LAST_READING))
                .withColumn(END_OF_OBSERVATION, endOfObservation(history));
    }

    private static Column endOfObservation(FleetHistory history) {
        long period = Micros.of(history.samplingPeriod().orElse(Duration.ZERO));
        Column afterLast = expr("timestamp_micros(unix_micros(" + LAST_READING + ") + " + period + "L)");
        return history.observedUntil().map(until -> lit(until)).orElse(afterLast);
    }
}
