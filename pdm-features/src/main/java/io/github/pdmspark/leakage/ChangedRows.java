package io.github.pdmspark.leakage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Records with another future; times become microseconds.
 *
 * @param change what is done
 * @param seed of the choices
 * @param cut from when on, in microseconds
 */
record ChangedRows(FutureChange change, long seed, long cut) {

    private static final long DAY = Micros.of(Duration.ofDays(1));
    private static final String FIRST = "__pdm_first";
    private static final String LAST = "__pdm_last";
    private static final int SCALE = 1000;

    /** The begin and end of a machine's observation stay, as they say which rows there are, not what is in them. */
    Dataset<Row> readings(Dataset<Row> telemetry, List<String> sensors) {
        WindowSpec machine = Window.partitionBy(Columns.MACHINE_ID);
        Dataset<Row> rows = inMicros(telemetry)
                .withColumn(FIRST, min(Columns.EVENT_TIME).over(machine))
                .withColumn(LAST, max(Columns.EVENT_TIME).over(machine));
        Dataset<Row> future = rows.where(isFuture());
        Column[] same = sensors.stream().map(Identifiers::column).toArray(Column[]::new);
        Column[] other = sensors.stream().map(name -> otherValue(name).as(name)).toArray(Column[]::new);
        Column[] none =
                sensors.stream().map(name -> lit(null).cast("double").as(name)).toArray(Column[]::new);
        Dataset<Row> past = with(rows.where(not(isFuture())), event(), known(), same);
        if (change == FutureChange.DELETED) {
            Dataset<Row> ends = future.where(event().equalTo(col(FIRST)).or(event().equalTo(col(LAST))));
            return past.unionByName(with(ends, event(), known(), none));
        }
        Dataset<Row> later = rows.where(event().geq(cut));
        Dataset<Row> changed = past.unionByName(with(future, event(), known(), other))
                .unionByName(with(later, event().plus(number(DAY)).plus(1), known().plus(2 * DAY), other));
        if (change == FutureChange.SCRAMBLED_LATER) {
            return changed;
        }
        Dataset<Row> watched = later.where(col(FIRST).lt(cut - 2 * DAY));
        Column backDated = lit(cut - 1).minus(number(DAY));
        return changed.unionByName(with(watched, backDated, lit(cut + 1).plus(number(DAY)), other));
    }

    /**
     * @param machines {@code machine_id} and some {@code event_time} of each, which get an event more
     * @param names the texts that each column may hold
     */
    Dataset<Row> events(Dataset<Row> log, Dataset<Row> machines, Map<String, List<String>> names) {
        Dataset<Row> rows = inMicros(log);
        Column[] same = names.keySet().stream().map(name -> col(name)).toArray(Column[]::new);
        Dataset<Row> past = with(rows.where(not(isFuture())), event(), known(), same);
        if (change == FutureChange.DELETED || names.values().stream().anyMatch(List::isEmpty)) {
            return past;
        }
        Column[] other = names.entrySet().stream()
                .map(each -> otherName(each.getValue()).as(each.getKey()))
                .toArray(Column[]::new);
        Column moved = greatest(event(), lit(cut)).plus(number(DAY));
        Dataset<Row> each = machines.withColumn(Columns.EVENT_TIME, unix_micros(event()));
        Dataset<Row> changed = past.unionByName(with(rows.where(isFuture()), moved, moved.plus(DAY), other))
                .unionByName(with(each, lit(cut), lit(cut), other));
        return change == FutureChange.SCRAMBLED_LATER
                ? changed
                : changed.unionByName(with(each, lit(cut - 1).minus(number(DAY)), lit(cut + 1), other));
    }

    /**
     * What had not ended ends at another time, what had not begun begins later, and each machine is suspended once more from
     * the cut on; never at its last reading, which says how long it was observed.
     *
     * @param machines {@code machine_id} and the {@code event_time} of the last reading of each
     */
    Dataset<Row> suspensions(Dataset<Row> suspensions, Dataset<Row> machines) {
        Column last = coalesce(col(LAST), lit(cut - 1));
        Dataset<Row> lasts =
                machines.select(col(Columns.MACHINE_ID), unix_micros(event()).as(LAST));
        Dataset<Row> rows = suspensions
                .withColumn(Columns.EVENT_TIME, unix_micros(event()))
                .withColumn(Columns.UNTIL, unix_micros(col(Columns.UNTIL)))
                .join(lasts, new String[] {Columns.MACHINE_ID}, "left");
        Column over = coalesce(col(Columns.UNTIL).lt(cut), lit(false));
        Dataset<Row> begun = rows.where(event().lt(cut));
        Column otherEnd = change == FutureChange.DELETED
                ? when(last.geq(cut), last)
                : when(last.geq(cut), number(last.minus(cut).plus(1)).plus(cut))
                        .otherwise(number(DAY).plus(cut));
        Dataset<Row> past =
                suspension(begun, event(), when(over, col(Columns.UNTIL)).otherwise(otherEnd));
        if (change == FutureChange.DELETED) {
            return past;
        }
        Column none = lit(null).cast("bigint");
        Column afterLast = greatest(last, lit(cut)).plus(1).plus(number(DAY));
        Dataset<Row> each = lasts.withColumn(Columns.EVENT_TIME, lit(cut));
        Column beforeLast = when(last.gt(cut), number(last.minus(cut)).plus(cut + 1));
        return past.unionByName(suspension(rows.where(event().geq(cut)), afterLast, none))
                .unionByName(suspension(each, when(last.equalTo(cut), cut + 1).otherwise(cut), beforeLast));
    }

    private static Dataset<Row> suspension(Dataset<Row> rows, Column begin, Column end) {
        return rows.select(col(Columns.MACHINE_ID), begin.as(Columns.EVENT_TIME), end.as(Columns.UNTIL));
    }

    /** Attributes that hold from the cut on have other numbers; the rows stay, as they say which categories there are. */
    Dataset<Row> attributes(Dataset<Row> machines, List<String> numeric) {
        if (!List.of(machines.columns()).contains(Columns.VALID_FROM)) {
            return machines;
        }
        Column begin = unix_micros(col(Columns.VALID_FROM));
        Column later = coalesce(begin.geq(cut), lit(false));
        Dataset<Row> changed = machines;
        for (String name : numeric) {
            Column value = Identifiers.column(name);
            changed = changed.withColumn(
                    name,
                    when(later, coalesce(value, lit(0.0)).multiply(-2).minus(SCALE))
                            .otherwise(value));
        }
        return changed;
    }

    private Column isFuture() {
        Column later = event().geq(cut);
        return change == FutureChange.SCRAMBLED_LATER ? later : later.or(known().gt(cut));
    }

    private static Dataset<Row> inMicros(Dataset<Row> rows) {
        return rows.withColumn(Columns.EVENT_TIME, unix_micros(event()))
                .withColumn(Columns.KNOWN_AT, unix_micros(known()));
    }

    private static Dataset<Row> with(Dataset<Row> rows, Column event, Column known, Column... others) {
        Column[] columns = new Column[others.length + 3];
        columns[0] = col(Columns.MACHINE_ID);
        columns[1] = event.as(Columns.EVENT_TIME);
        columns[2] = known.as(Columns.KNOWN_AT);
        System.arraycopy(others, 0, columns, 3, others.length);
        return rows.select(columns);
    }

    private Column otherValue(String sensor) {
        Column value = coalesce(Identifiers.column(sensor), lit(0.0));
        return when(number(2).equalTo(0), value.multiply(-2).minus(number(SCALE)))
                .otherwise(value.multiply(SCALE).plus(number(SCALE)));
    }

    private Column otherName(List<String> names) {
        Column all = array(names.stream().map(name -> lit(name)).toArray(Column[]::new));
        return all.getItem(number(names.size()).cast("int"));
    }

    /** A whole number from 0 to below {@code end} that depends on seed, machine and time. */
    private Column number(long end) {
        return number(lit(end));
    }

    private Column number(Column end) {
        return pmod(xxhash64(lit(seed), col(Columns.MACHINE_ID), event()), end);
    }

    private static Column event() {
        return col(Columns.EVENT_TIME);
    }

    private static Column known() {
        return col(Columns.KNOWN_AT);
    }
}
