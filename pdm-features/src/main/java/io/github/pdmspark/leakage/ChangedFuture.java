package io.github.pdmspark.leakage;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.fleet.FleetHistoryBuilder;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.table.DuplicateRule;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Suspensions;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.table.TimeFormat;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A history with another future. It is built like any history, so what computes on it cannot tell that it was changed. Every
 * choice is a hash of seed, machine and time.
 *
 * @param history the true history
 * @param change what is done
 * @param seed of the choices
 */
record ChangedFuture(FleetHistory history, FutureChange change, long seed) {

    private static final String TIME = Columns.EVENT_TIME;

    /** Times are handed over as microseconds: a usage clock may lie before any calendar. */
    private static final TimeFormat MICROS = TimeFormat.count(Duration.of(1, ChronoUnit.MICROS));

    FleetHistory from(Instant moment) {
        ChangedRows rows = new ChangedRows(change, seed, Micros.of(moment));
        FleetHistoryBuilder builder =
                FleetHistory.builder().telemetry(telemetry(rows.readings(history.telemetry(), history.sensors())));
        if (given("errors")) {
            builder.errors(ErrorLog.from(events(rows, history.errors(), Columns.CODE, history.errorCodes()))
                    .machineId(Columns.MACHINE_ID)
                    .time(Columns.EVENT_TIME, MICROS)
                    .knownAt(Columns.KNOWN_AT)
                    .code(Columns.CODE)
                    .allowed(names(history.errorCodes())));
        }
        if (given("maintenance")) {
            builder.maintenance(maintenance(components(rows, history.maintenance())));
        }
        if (given("failures")) {
            builder.failures(FailureLog.from(components(rows, history.failures()))
                    .machineId(Columns.MACHINE_ID)
                    .time(Columns.EVENT_TIME, MICROS)
                    .knownAt(Columns.KNOWN_AT)
                    .component(Columns.COMPONENT)
                    .minimumRepair(history.minimumRepair())
                    .allowed(names(history.components())));
        }
        if (given("machines")) {
            builder.machines(machines(rows.attributes(history.machines(), history.numericAttributes())));
        }
        if (history.hasSuspensions()) {
            builder.suspensions(Suspensions.from(rows.suspensions(history.suspensions(), readings(max(TIME))))
                    .machineId(Columns.MACHINE_ID)
                    .time(Columns.EVENT_TIME, MICROS)
                    .until(Columns.UNTIL));
        }
        history.observedUntil().ifPresent(builder::observedUntil);
        return builder.build();
    }

    private Telemetry telemetry(Dataset<Row> rows) {
        Telemetry telemetry = Telemetry.from(rows)
                .machineId(Columns.MACHINE_ID)
                .time(Columns.EVENT_TIME, MICROS)
                .knownAt(Columns.KNOWN_AT)
                .sensors(names(history.sensors()))
                .duplicates(DuplicateRule.KEEP_FIRST_KNOWN);
        return history.samplingPeriod().map(telemetry::sampledEvery).orElse(telemetry);
    }

    private MaintenanceLog maintenance(Dataset<Row> rows) {
        MaintenanceLog log = MaintenanceLog.from(rows)
                .machineId(Columns.MACHINE_ID)
                .time(Columns.EVENT_TIME, MICROS)
                .knownAt(Columns.KNOWN_AT)
                .component(Columns.COMPONENT)
                .allowed(names(history.components()));
        return List.of(rows.columns()).contains(Columns.ACTION) ? log.action(Columns.ACTION) : log;
    }

    private Machines machines(Dataset<Row> rows) {
        Machines machines = Machines.from(rows)
                .machineId(Columns.MACHINE_ID)
                .categorical(names(history.categoricalAttributes()))
                .numeric(names(history.numericAttributes()));
        List<String> columns = List.of(rows.columns());
        machines = columns.contains(Columns.VALID_FROM) ? machines.validFrom(Columns.VALID_FROM) : machines;
        machines = columns.contains(Columns.VALID_TO) ? machines.validTo(Columns.VALID_TO) : machines;
        return history.hasInstallationTimes() ? machines.installedAt(Columns.INSTALLED_AT) : machines;
    }

    /** {@code machine_id} and one {@code event_time} of each machine. */
    private Dataset<Row> readings(Column time) {
        return history.telemetry().groupBy(Columns.MACHINE_ID).agg(time.as(Columns.EVENT_TIME));
    }

    private Dataset<Row> components(ChangedRows rows, Dataset<Row> log) {
        return events(rows, log, Columns.COMPONENT, history.components());
    }

    private Dataset<Row> events(ChangedRows rows, Dataset<Row> log, String column, List<String> names) {
        Map<String, List<String>> values = new LinkedHashMap<>(Map.of(column, names));
        if (List.of(log.columns()).contains(Columns.ACTION)) {
            values.put(Columns.ACTION, history.actions());
        }
        return rows.events(log, readings(min(TIME)), values);
    }

    private boolean given(String table) {
        return history.quality().table(table).given();
    }

    private static String[] names(List<String> names) {
        return names.toArray(String[]::new);
    }
}
