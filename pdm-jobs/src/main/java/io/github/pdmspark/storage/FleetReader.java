package io.github.pdmspark.storage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.github.pdmspark.error.PdmException;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.fleet.FleetHistoryBuilder;
import io.github.pdmspark.quality.Deduplication;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.spec.FleetSpec;
import io.github.pdmspark.spec.FleetSpec.Dated;
import io.github.pdmspark.spec.FleetSpec.TelemetrySpec;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.spec.SourceSpec;
import io.github.pdmspark.table.DatedTable;
import io.github.pdmspark.table.Suspensions;
import io.github.pdmspark.table.TableDefaults;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
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
        return reader.history(source -> Sources.open(spark, source), rows -> rows);
    }

    /**
     * The history with the telemetry of a range and all events. Where the time is a TIMESTAMP column the range reaches the
     * files; where a {@code day} column is declared and the source is a Parquet folder, no other day is listed or opened. Times as text are read whole.
     */
    public static FleetHistory read(SparkSession spark, JobSpec spec, TimeRange telemetry) {
        FleetReader reader = new FleetReader(spark, spec);
        TelemetrySpec table = spec.sources().telemetry();
        return reader.history(source -> days(spark, table, telemetry), rows -> within(rows, table, telemetry));
    }

    /**
     * Of some rows of a table, {@code machine_id, event_time, known_at} of those that no rule rejects; copies are not looked
     * for. Lazy.
     */
    public static Dataset<Row> accepted(JobSpec spec, Dated table, Dataset<Row> rows) {
        DatedTable<?> mapped = MappedTables.dated(table, rows);
        return Deduplication.passed(mapped.typed(new TableDefaults(spec.zone(), Optional.empty())))
                .select(Columns.MACHINE_ID, Columns.EVENT_TIME, Columns.KNOWN_AT);
    }

    private FleetHistory history(Function<SourceSpec, Dataset<Row>> opening, UnaryOperator<Dataset<Row>> restriction) {
        FleetSpec tables = spec.sources();
        FleetHistoryBuilder builder = FleetHistory.builder();
        spec.zone().ifPresent(builder::zone);
        spec.observedUntil().ifPresent(builder::observedUntil);
        add(
                "telemetry",
                tables.telemetry().from(),
                opening,
                rows -> builder.telemetry(MappedTables.telemetry(tables.telemetry(), restriction.apply(rows))));
        tables.errors()
                .ifPresent(errors ->
                        add("errors", errors.from(), rows -> builder.errors(MappedTables.errors(errors, rows))));
        tables.maintenance()
                .ifPresent(maintenance -> add(
                        "maintenance",
                        maintenance.from(),
                        rows -> builder.maintenance(MappedTables.maintenance(maintenance, rows))));
        tables.failures()
                .ifPresent(failures -> add(
                        "failures", failures.from(), rows -> builder.failures(MappedTables.failures(failures, rows))));
        tables.suspensions()
                .ifPresent(suspensions -> add(
                        Suspensions.NAME,
                        suspensions.from(),
                        rows -> builder.suspensions(MappedTables.suspensions(suspensions, rows))));
        tables.machines()
                .ifPresent(machines -> add(
                        "machines", machines.from(), rows -> builder.machines(MappedTables.machines(machines, rows))));
        if (!problems.isEmpty()) {
            throw new SchemaException(problems);
        }
        return builder.build();
    }

    private void add(String table, SourceSpec source, Consumer<Dataset<Row>> use) {
        add(table, source, from -> Sources.open(spark, from), use);
    }

    private void add(
            String table, SourceSpec source, Function<SourceSpec, Dataset<Row>> opening, Consumer<Dataset<Row>> use) {
        Dataset<Row> rows;
        try {
            rows = opening.apply(source);
        } catch (PdmException e) {
            e.problems()
                    .forEach(problem -> problems.add(new Problem(
                            problem.condition(), "sources." + table + ".from: " + problem.message(), problem.fix())));
            return;
        }
        use.accept(rows);
    }

    /** Days of other columns than the sensors have, such as those before a sensor was added, are read with the whole. */
    private static Dataset<Row> days(SparkSession spark, TelemetrySpec spec, TimeRange range) {
        if (spec.day().isPresent() && spec.from() instanceof SourceSpec.Parquet parquet) {
            Optional<Dataset<Row>> rows =
                    DayFolders.read(spark, parquet.path(), spec.day().get(), day(range.start()), day(range.end()));
            if (rows.isPresent()
                    && Set.of(rows.get().columns())
                            .containsAll(spec.sensors().columns().values())) {
                return rows.get();
            }
        }
        return Sources.open(spark, spec.from());
    }

    private static Dataset<Row> within(Dataset<Row> rows, TelemetrySpec spec, TimeRange range) {
        Column inside = lit(true);
        if (spec.day().isPresent()) {
            Column day = Identifiers.column(spec.day().get());
            inside = inside.and(day.geq(date(day(range.start())))).and(day.leq(date(day(range.end()))));
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

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Column date(LocalDate day) {
        return lit(day.toString()).cast("date");
    }
}
