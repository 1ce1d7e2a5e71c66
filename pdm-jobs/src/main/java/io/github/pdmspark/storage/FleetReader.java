package io.github.pdmspark.storage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.github.pdmspark.error.PdmException;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.fleet.FleetHistoryBuilder;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.spec.FleetSpec;
import io.github.pdmspark.spec.FleetSpec.Dated;
import io.github.pdmspark.spec.FleetSpec.TelemetrySpec;
import io.github.pdmspark.spec.FleetSpec.TimeSpec;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.spec.SourceSpec;
import io.github.pdmspark.table.DatedTable;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.table.TimeFormat;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The history of a fleet as its specification declares it. */
public final class FleetReader {

    private final SparkSession spark;
    private final JobSpec spec;
    private final List<Problem> problems = new ArrayList<>();

    private FleetReader(SparkSession spark, JobSpec spec) {
        this.spark = spark;
        this.spec = spec;
    }

    /**
     * The whole history. Runs the Spark queries of {@link FleetHistoryBuilder#build}.
     *
     * @throws PdmException with the problems of all tables
     */
    public static FleetHistory read(SparkSession spark, JobSpec spec) {
        FleetReader reader = new FleetReader(spark, spec);
        return reader.history(rows -> rows);
    }

    /**
     * The history with the telemetry of a range and all events. Where the time is a TIMESTAMP column the range reaches the
     * files; where a {@code day} column is declared, other days are not listed. Times as text are read whole.
     */
    public static FleetHistory read(SparkSession spark, JobSpec spec, TimeRange telemetry) {
        FleetReader reader = new FleetReader(spark, spec);
        return reader.history(rows -> within(rows, spec.sources().telemetry(), telemetry));
    }

    private FleetHistory history(UnaryOperator<Dataset<Row>> restriction) {
        FleetSpec tables = spec.sources();
        FleetHistoryBuilder builder = FleetHistory.builder();
        spec.zone().ifPresent(builder::zone);
        spec.observedUntil().ifPresent(builder::observedUntil);
        add(
                "telemetry",
                tables.telemetry().from(),
                rows -> builder.telemetry(telemetry(tables.telemetry(), restriction.apply(rows))));
        tables.errors()
                .ifPresent(errors -> add(
                        "errors",
                        errors.from(),
                        rows -> builder.errors(dated(ErrorLog.from(rows), errors)
                                .code(errors.code())
                                .allowed(names(errors.allowed().orElse(List.of()))))));
        tables.maintenance()
                .ifPresent(maintenance -> add(
                        "maintenance",
                        maintenance.from(),
                        rows -> builder.maintenance(dated(MaintenanceLog.from(rows), maintenance)
                                .component(maintenance.component())
                                .allowed(names(maintenance.allowed().orElse(List.of()))))));
        tables.failures()
                .ifPresent(failures -> add(
                        "failures",
                        failures.from(),
                        rows -> builder.failures(dated(FailureLog.from(rows), failures)
                                .component(failures.component())
                                .minimumRepair(failures.minimumRepair())
                                .allowed(names(failures.allowed().orElse(List.of()))))));
        tables.machines()
                .ifPresent(machines -> add(
                        "machines",
                        machines.from(),
                        rows -> builder.machines(Machines.from(rows)
                                .machineId(machines.machineId())
                                .categorical(names(machines.categorical().orElse(List.of())))
                                .numeric(names(machines.numeric().orElse(List.of()))))));
        if (!problems.isEmpty()) {
            throw new SchemaException(problems);
        }
        return builder.build();
    }

    private void add(String table, SourceSpec source, Consumer<Dataset<Row>> use) {
        Dataset<Row> rows;
        try {
            rows = Sources.open(spark, source);
        } catch (PdmException e) {
            e.problems()
                    .forEach(problem -> problems.add(new Problem(
                            problem.condition(), "sources." + table + ".from: " + problem.message(), problem.fix())));
            return;
        }
        use.accept(rows);
    }

    private static Telemetry telemetry(TelemetrySpec spec, Dataset<Row> rows) {
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

    private static Dataset<Row> within(Dataset<Row> rows, TelemetrySpec spec, TimeRange range) {
        Column inside = lit(true);
        if (spec.day().isPresent()) {
            Column day = Identifiers.column(spec.day().get());
            inside = inside.and(
                            day.geq(date(range.start().atZone(ZoneOffset.UTC).toLocalDate())))
                    .and(day.leq(date(range.end().atZone(ZoneOffset.UTC).toLocalDate())));
        }
        String name = spec.time().column();
        boolean timestamp = spec.time().format().isEmpty()
                && List.of(rows.columns()).contains(name)
                && rows.schema().apply(name).dataType().typeName().equals("timestamp");
        if (timestamp) {
            Column time = col(Identifiers.quoted(name));
            inside = inside.and(time.geq(timestamp_micros(lit(Micros.of(range.start())))))
                    .and(time.lt(timestamp_micros(lit(Micros.of(range.end())))));
        }
        return rows.where(inside);
    }

    private static Column date(LocalDate day) {
        return lit(day.toString()).cast("date");
    }
}
