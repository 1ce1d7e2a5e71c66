package io.github.pdmspark.leakage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.fleet.FleetHistoryBuilder;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.table.DuplicateRule;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.table.TimeFormat;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * A history with another future. It is built like any history, so what computes on it cannot tell that it was changed. Every
 * choice is a hash of seed, machine and time.
 *
 * @param history the true history
 * @param change what is done
 * @param seed of the choices
 */
record ChangedFuture(FleetHistory history, FutureChange change, long seed) {

    /** Times are handed over as microseconds: a usage clock may lie before any calendar. */
    private static final TimeFormat MICROS = TimeFormat.count(Duration.of(1, ChronoUnit.MICROS));

    private static final long DAY = Micros.of(Duration.ofDays(1));
    private static final String FIRST = "__pdm_first";
    private static final int SCALE = 1000;

    FleetHistory from(Instant moment) {
        long cut = Micros.of(moment);
        Dataset<Row> telemetry = readings(cut);
        FleetHistoryBuilder builder = FleetHistory.builder().telemetry(declared(telemetry));
        if (given("errors")) {
            builder.errors(ErrorLog.from(events(history.errors(), Columns.CODE, history.errorCodes(), cut))
                    .machineId(Columns.MACHINE_ID)
                    .time(Columns.EVENT_TIME, MICROS)
                    .knownAt(Columns.KNOWN_AT)
                    .code(Columns.CODE)
                    .allowed(names(history.errorCodes())));
        }
        if (given("maintenance")) {
            builder.maintenance(MaintenanceLog.from(components(history.maintenance(), cut))
                    .machineId(Columns.MACHINE_ID)
                    .time(Columns.EVENT_TIME, MICROS)
                    .knownAt(Columns.KNOWN_AT)
                    .component(Columns.COMPONENT)
                    .allowed(names(history.components())));
        }
        if (given("failures")) {
            builder.failures(FailureLog.from(components(history.failures(), cut))
                    .machineId(Columns.MACHINE_ID)
                    .time(Columns.EVENT_TIME, MICROS)
                    .knownAt(Columns.KNOWN_AT)
                    .component(Columns.COMPONENT)
                    .minimumRepair(history.minimumRepair())
                    .allowed(names(history.components())));
        }
        if (given("machines")) {
            builder.machines(Machines.from(history.machines())
                    .machineId(Columns.MACHINE_ID)
                    .categorical(names(history.categoricalAttributes()))
                    .numeric(names(history.numericAttributes())));
        }
        history.observedUntil().ifPresent(builder::observedUntil);
        return builder.build();
    }

    private Telemetry declared(Dataset<Row> rows) {
        Telemetry telemetry = Telemetry.from(rows)
                .machineId(Columns.MACHINE_ID)
                .time(Columns.EVENT_TIME, MICROS)
                .knownAt(Columns.KNOWN_AT)
                .sensors(names(history.sensors()))
                .duplicates(DuplicateRule.KEEP_FIRST_KNOWN);
        return history.samplingPeriod().map(telemetry::sampledEvery).orElse(telemetry);
    }

    private Dataset<Row> readings(long cut) {
        Dataset<Row> rows = inMicros(history.telemetry());
        Dataset<Row> past = rows.where(not(future(cut)));
        if (change == FutureChange.DELETED) {
            return past;
        }
        Column[] other = history.sensors().stream()
                .map(name -> otherValue(name).as(name))
                .toArray(Column[]::new);
        Dataset<Row> scrambled = withColumns(rows.where(future(cut)), event(), col(Columns.KNOWN_AT), other);
        Dataset<Row> added =
                withColumns(rows.where(future(cut)), event().plus(number(DAY).plus(1)), known(DAY), other);
        Dataset<Row> changed = past.unionByName(scrambled).unionByName(added);
        return change == FutureChange.SCRAMBLED ? changed.unionByName(backDated(rows, cut, other)) : changed;
    }

    /** Readings before the moment that nobody knew then, of machines that were watched before. */
    private Dataset<Row> backDated(Dataset<Row> rows, long cut, Column... values) {
        Dataset<Row> watched = rows.withColumn(
                        FIRST, min(Columns.EVENT_TIME).over(Window.partitionBy(Columns.MACHINE_ID)))
                .where(col(FIRST).lt(cut - 2 * DAY))
                .drop(FIRST)
                .where(future(cut));
        return withColumns(
                watched, lit(cut - 1).minus(number(DAY)), lit(cut + 1).plus(number(DAY)), values);
    }

    private Dataset<Row> components(Dataset<Row> log, long cut) {
        return events(log, Columns.COMPONENT, history.components(), cut);
    }

    private Dataset<Row> events(Dataset<Row> log, String nameColumn, List<String> names, long cut) {
        Dataset<Row> rows = inMicros(log);
        Dataset<Row> past = withColumns(rows.where(not(future(cut))), event(), col(Columns.KNOWN_AT), col(nameColumn));
        if (change == FutureChange.DELETED || names.isEmpty()) {
            return past;
        }
        Column name = element_at(
                        array(names.stream().map(each -> lit(each)).toArray(Column[]::new)),
                        number(names.size()).plus(1).cast("int"))
                .as(nameColumn);
        Column moved = greatest(event(), lit(cut)).plus(number(DAY));
        Dataset<Row> scrambled = withColumns(rows.where(future(cut)), moved, moved.plus(DAY), name);
        Dataset<Row> machines = inMicros(history.telemetry())
                .groupBy(Columns.MACHINE_ID)
                .agg(min(Columns.EVENT_TIME).as(Columns.EVENT_TIME));
        Dataset<Row> added = withColumns(machines, lit(cut), lit(cut), name);
        Dataset<Row> changed = past.unionByName(scrambled).unionByName(added);
        return change == FutureChange.SCRAMBLED
                ? changed.unionByName(withColumns(machines, lit(cut - 1).minus(number(DAY)), lit(cut + 1), name))
                : changed;
    }

    private Column future(long cut) {
        Column later = event().geq(cut);
        return change == FutureChange.SCRAMBLED_LATER
                ? later
                : later.or(col(Columns.KNOWN_AT).gt(cut));
    }

    private static Dataset<Row> inMicros(Dataset<Row> rows) {
        return rows.withColumn(Columns.EVENT_TIME, unix_micros(event()))
                .withColumn(Columns.KNOWN_AT, unix_micros(col(Columns.KNOWN_AT)));
    }

    private static Dataset<Row> withColumns(Dataset<Row> rows, Column event, Column known, Column... others) {
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

    private Column known(long atMost) {
        return col(Columns.KNOWN_AT).plus(number(atMost)).plus(1);
    }

    /** A whole number from 0 to below {@code end} that depends on seed, machine and time. */
    private Column number(long end) {
        return pmod(xxhash64(lit(seed), col(Columns.MACHINE_ID), event()), lit(end));
    }

    private static Column event() {
        return col(Columns.EVENT_TIME);
    }

    private boolean given(String table) {
        return history.quality().table(table).given();
    }

    private static String[] names(List<String> names) {
        return names.toArray(String[]::new);
    }
}
