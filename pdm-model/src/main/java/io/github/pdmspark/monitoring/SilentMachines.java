package io.github.pdmspark.monitoring;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Machines that stopped reporting: no drift shows in rows that do not come. */
public final class SilentMachines {

    /** Column with the time of the latest reading, null for a machine that never sent one. */
    public static final String LAST_READING = "last_reading";
    /** Column with the hours since then, or since the machine works again; null likewise. */
    public static final String HOURS_SILENT = "hours_silent";

    private static final String BACK = "works_again";
    private static final String AWAY = "suspended";
    private static final double MICROS_PER_HOUR = 3_600_000_000.0;

    private SilentMachines() {}

    /**
     * {@code machine_id, last_reading, hours_silent} of each machine of the telemetry or machines table without a reading in
     * {@code [now - longest, now]}, by what is known at {@code now}. A suspended machine is not silent, and the silence of one that
     * was suspended after its latest reading begins when it works again. Lazy; one pass over the telemetry.
     */
    public static Dataset<Row> of(FleetHistory history, Instant now, Duration longest) {
        FleetHistory known = history.knownBy(now);
        Dataset<Row> last = known.telemetry()
                .groupBy(Columns.MACHINE_ID)
                .agg(max(Columns.EVENT_TIME).as(LAST_READING));
        Dataset<Row> suspended = known.suspensions()
                .groupBy(Columns.MACHINE_ID)
                .agg(
                        max(Columns.UNTIL).as(BACK),
                        max(col(Columns.UNTIL).isNull()).as(AWAY));
        Column since = when(col(LAST_READING).isNotNull(), greatest(col(LAST_READING), col(BACK)));
        Column silence = lit(Micros.of(now)).minus(unix_micros(since));
        return known.latestMachines()
                .select(Columns.MACHINE_ID)
                .join(last, new String[] {Columns.MACHINE_ID}, "full")
                .join(suspended, new String[] {Columns.MACHINE_ID}, "left")
                .where(not(coalesce(col(AWAY), lit(false))))
                .where(silence.isNull().or(silence.gt(Micros.of(longest))))
                .select(
                        col(Columns.MACHINE_ID),
                        col(LAST_READING),
                        silence.divide(MICROS_PER_HOUR).as(HOURS_SILENT));
    }
}
