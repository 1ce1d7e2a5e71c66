package io.github.pdmspark.table;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A table of records that happened to a machine at a time. Immutable: every method gives a new table. Nothing is read
 * until the history is built.
 *
 * @param <T> the table itself
 */
public abstract sealed class DatedTable<T extends DatedTable<T>>
        permits Telemetry, ErrorLog, MaintenanceLog, FailureLog, Suspensions {

    private final Source source;

    DatedTable(Source source) {
        this.source = source;
    }

    abstract T with(Source newSource);

    /** The checks, types and keys of this table. */
    public abstract TypedTable typed(TableDefaults defaults);

    Source source() {
        return source;
    }

    /** The rows as they were given. */
    public Dataset<Row> rows() {
        return source.rows();
    }

    /** The column that identifies the machine: text or a whole number. White space around an id does not count. */
    public T machineId(String column) {
        return with(source.withMachineId(column));
    }

    /** The column that says when it happened: TIMESTAMP, DATE or ISO text. */
    public T time(String column) {
        return time(column, TimeFormat.automatic());
    }

    /** The column that says when it happened, in a format of its own. */
    public T time(String column, TimeFormat format) {
        return with(source.withTime(column, format));
    }

    /** The zone of times that carry none. */
    public T zone(ZoneId zone) {
        return with(source.withZone(zone));
    }

    /**
     * The column that says when the record became visible, in the format of the time column; NULL means at once. The
     * delay is added to it.
     */
    public T knownAt(String column) {
        return with(source.withKnownAt(column));
    }

    /** How long after the event a record becomes visible; zero unless said. */
    public T delay(Duration delay) {
        return with(source.withDelay(delay));
    }

    /**
     * Rules that set a row aside where they would else count it or make its value missing, such as {@link
     * QualityRule#NOT_FINITE} or {@link QualityRule#DST_AMBIGUOUS}.
     */
    public T strict(QualityRule... rules) {
        return with(source.withStrict(Set.of(rules)));
    }

    /** The share of rows, 0 to 1, that may be rejected before the whole table is refused. */
    public T maxRejectedShare(double share) {
        return with(source.withMaxRejectedShare(share));
    }
}
