package io.github.pdmspark.storage;

import io.github.pdmspark.spec.FleetSpec.Dated;
import io.github.pdmspark.spec.FleetSpec.ErrorsSpec;
import io.github.pdmspark.spec.FleetSpec.FailuresSpec;
import io.github.pdmspark.spec.FleetSpec.MachinesSpec;
import io.github.pdmspark.spec.FleetSpec.MaintenanceSpec;
import io.github.pdmspark.spec.FleetSpec.SuspensionsSpec;
import io.github.pdmspark.spec.FleetSpec.TelemetrySpec;
import io.github.pdmspark.spec.FleetSpec.TimeSpec;
import io.github.pdmspark.table.DatedTable;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Suspensions;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.table.TimeFormat;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables of a specification as the library takes them: which columns mean what. */
final class MappedTables {

    private MappedTables() {}

    /** A table with a time, whichever it is. */
    static DatedTable<?> dated(Dated spec, Dataset<Row> rows) {
        if (spec instanceof TelemetrySpec telemetry) {
            return telemetry(telemetry, rows);
        }
        if (spec instanceof ErrorsSpec errors) {
            return errors(errors, rows);
        }
        if (spec instanceof MaintenanceSpec maintenance) {
            return maintenance(maintenance, rows);
        }
        return spec instanceof SuspensionsSpec suspensions
                ? suspensions(suspensions, rows)
                : failures((FailuresSpec) spec, rows);
    }

    static Telemetry telemetry(TelemetrySpec spec, Dataset<Row> rows) {
        Telemetry table = dated(Telemetry.from(rows), spec).duplicates(spec.duplicates());
        for (var sensor : spec.sensors().columns().entrySet()) {
            table = table.sensor(sensor.getKey(), sensor.getValue());
        }
        table = spec.sampledEvery().map(table::sampledEvery).orElse(table);
        double[] sentinels = spec.sentinels().orElse(List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return table.sentinels(sentinels);
    }

    static ErrorLog errors(ErrorsSpec spec, Dataset<Row> rows) {
        return dated(ErrorLog.from(rows), spec)
                .code(spec.code())
                .allowed(names(spec.allowed().orElse(List.of())));
    }

    static MaintenanceLog maintenance(MaintenanceSpec spec, Dataset<Row> rows) {
        return dated(MaintenanceLog.from(rows), spec)
                .component(spec.component())
                .allowed(names(spec.allowed().orElse(List.of())));
    }

    static FailureLog failures(FailuresSpec spec, Dataset<Row> rows) {
        return dated(FailureLog.from(rows), spec)
                .component(spec.component())
                .minimumRepair(spec.minimumRepair())
                .allowed(names(spec.allowed().orElse(List.of())));
    }

    static Suspensions suspensions(SuspensionsSpec spec, Dataset<Row> rows) {
        return dated(Suspensions.from(rows), spec).until(spec.until());
    }

    static Machines machines(MachinesSpec spec, Dataset<Row> rows) {
        Machines table = Machines.from(rows)
                .machineId(spec.machineId())
                .categorical(names(spec.categorical().orElse(List.of())))
                .numeric(names(spec.numeric().orElse(List.of())));
        table = spec.validFrom().map(table::validFrom).orElse(table);
        table = spec.validTo().map(table::validTo).orElse(table);
        table = spec.complete() ? table.complete() : table;
        return spec.installedAt().map(table::installedAt).orElse(table);
    }

    private static <T extends DatedTable<T>> T dated(T table, Dated spec) {
        T result = table.machineId(spec.machineId())
                .time(spec.time().column(), format(spec.time()))
                .delay(spec.delay());
        result = spec.zone().isPresent() ? result.zone(spec.zone().get()) : result;
        result = spec.knownAt().isPresent() ? result.knownAt(spec.knownAt().get()) : result;
        return spec.maxRejectedShare().isPresent()
                ? result.maxRejectedShare(spec.maxRejectedShare().get())
                : result;
    }

    private static TimeFormat format(TimeSpec time) {
        return time.format()
                .map(format -> switch (format) {
                    case "epoch_seconds" -> TimeFormat.epochSeconds();
                    case "epoch_millis" -> TimeFormat.epochMillis();
                    default -> TimeFormat.pattern(format);
                })
                .orElse(TimeFormat.automatic());
    }

    private static String[] names(List<String> names) {
        return names.toArray(String[]::new);
    }
}
