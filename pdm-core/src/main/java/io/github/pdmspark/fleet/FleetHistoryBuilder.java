package io.github.pdmspark.fleet;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.PdmException;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.quality.CheckedTables;
import io.github.pdmspark.quality.Deduplication;
import io.github.pdmspark.quality.QualityCheck;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Suspensions;
import io.github.pdmspark.table.TableDefaults;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.table.TypedTable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Collects the tables of a fleet and checks them together. */
public final class FleetHistoryBuilder {

    private @Nullable Telemetry telemetry;
    private @Nullable ErrorLog errors;
    private @Nullable MaintenanceLog maintenance;
    private @Nullable FailureLog failures;
    private @Nullable Suspensions suspensions;
    private @Nullable Machines machines;
    private @Nullable ZoneId zone;
    private @Nullable Instant observedUntil;
    private @Nullable Instant readAt;

    FleetHistoryBuilder() {}

    /** The sensor readings; compulsory. */
    public FleetHistoryBuilder telemetry(Telemetry table) {
        telemetry = table;
        return this;
    }

    /** The error log. */
    public FleetHistoryBuilder errors(ErrorLog table) {
        errors = table;
        return this;
    }

    /** The maintenance log. */
    public FleetHistoryBuilder maintenance(MaintenanceLog table) {
        maintenance = table;
        return this;
    }

    /** The failure log; labels need it. */
    public FleetHistoryBuilder failures(FailureLog table) {
        failures = table;
        return this;
    }

    /** The times in which machines were off or in repair. */
    public FleetHistoryBuilder suspensions(Suspensions table) {
        suspensions = table;
        return this;
    }

    /** The attributes of the machines. */
    public FleetHistoryBuilder machines(Machines table) {
        machines = table;
        return this;
    }

    /** The zone of times without one, in every table that does not state its own. */
    public FleetHistoryBuilder zone(ZoneId defaultZone) {
        zone = defaultZone;
        return this;
    }

    /** The instant up to which all machines were observed; without it, each one until its last reading. */
    public FleetHistoryBuilder observedUntil(Instant end) {
        observedUntil = end;
        return this;
    }

    /** When the tables were read: a record dated more than a day later goes to the quarantine. */
    public FleetHistoryBuilder readAt(Instant moment) {
        readAt = moment;
        return this;
    }

    /**
     * Checks everything. Wrong columns and types raise an error before any Spark job; then one Spark query
     * measures all tables, and a second one if any row broke a rule.
     *
     * @throws SchemaException if a table is missing or a mapping does not fit its table; names every problem
     * @throws io.github.pdmspark.error.DataQualityException if the rows of a table cannot be accepted
     */
    public FleetHistory build() {
        if (telemetry == null) {
            throw new SchemaException(new Problem(
                    ErrorCondition.PDM_TABLE_MISSING,
                    "A history needs telemetry; the other tables are optional.",
                    "add .telemetry(Telemetry.from(dataset)...)."));
        }
        Map<String, TypedTable> typed = typed(telemetry);
        Duration repair = failures == null ? Duration.ZERO : failures.repair();
        CheckedTables checked = QualityCheck.run(
                List.copyOf(typed.values()),
                telemetry.duplicateRule(),
                repair,
                machines != null && machines.isComplete());
        return new FleetHistory(
                tables(telemetry, typed, checked, repair),
                vocabulary(telemetry, checked.names()),
                new Observation(telemetry.samplingPeriod(), Optional.ofNullable(observedUntil), repair),
                checked.report(),
                checked.quarantine());
    }

    private Map<String, TypedTable> typed(Telemetry readings) {
        TableDefaults defaults = new TableDefaults(Optional.ofNullable(zone), Optional.ofNullable(readAt));
        List<Problem> problems = new ArrayList<>();
        Map<String, TypedTable> result = new LinkedHashMap<>();
        collect(() -> readings.typed(defaults), result, problems);
        Stream.of(errors, maintenance, failures, suspensions)
                .flatMap(Stream::ofNullable)
                .forEach(table -> collect(() -> table.typed(defaults), result, problems));
        Optional.ofNullable(machines).ifPresent(table -> collect(() -> table.typed(defaults), result, problems));
        if (!problems.isEmpty()) {
            throw new SchemaException(problems);
        }
        return result;
    }

    private static void collect(Supplier<TypedTable> table, Map<String, TypedTable> result, List<Problem> problems) {
        try {
            TypedTable typed = table.get();
            result.put(typed.name(), typed);
        } catch (PdmException e) {
            problems.addAll(e.problems());
        }
    }

    private static HistoryTables tables(
            Telemetry telemetry, Map<String, TypedTable> typed, CheckedTables checked, Duration repair) {
        SparkSession spark = telemetry.rows().sparkSession();
        TypedTable readings = java.util.Objects.requireNonNull(typed.get("telemetry"));
        Dataset<Row> passed = Deduplication.passed(readings);
        boolean copies = hasCopies(readings, checked);
        Function<TypedTable, Dataset<Row>> firstKnown = table -> once(table, checked, Deduplication::firstKnown);
        return new HistoryTables(
                copies ? Deduplication.telemetry(readings, passed, telemetry.duplicateRule()) : passed,
                copies ? Optional.empty() : Deduplication.passedByNumber(readings),
                table(spark, typed, "errors", named(Columns.CODE), firstKnown),
                table(spark, typed, "maintenance", named(Columns.COMPONENT), firstKnown),
                table(
                        spark,
                        typed,
                        "failures",
                        named(Columns.COMPONENT),
                        table -> once(table, checked, (t, rows) -> Deduplication.failures(t, rows, repair))),
                table(
                        spark,
                        typed,
                        Suspensions.NAME,
                        machine()
                                .add(Columns.EVENT_TIME, DataTypes.TimestampType)
                                .add(Columns.UNTIL, DataTypes.TimestampType),
                        t -> Deduplication.latestEnd(Deduplication.passed(t))),
                table(spark, typed, "machines", machine(), firstKnown));
    }

    /** A table without copies, as counted, needs no shuffle to be rid of them. */
    private static Dataset<Row> once(
            TypedTable table, CheckedTables checked, BiFunction<TypedTable, Dataset<Row>, Dataset<Row>> withoutCopies) {
        Dataset<Row> passed = Deduplication.passed(table);
        return hasCopies(table, checked) ? withoutCopies.apply(table, passed) : passed;
    }

    private static boolean hasCopies(TypedTable table, CheckedTables checked) {
        return checked.report().table(table.name()).duplicates() > 0;
    }

    private static Dataset<Row> table(
            SparkSession spark,
            Map<String, TypedTable> typed,
            String name,
            StructType schema,
            Function<TypedTable, Dataset<Row>> accepted) {
        TypedTable table = typed.get(name);
        return table == null ? spark.createDataFrame(List.<Row>of(), schema) : accepted.apply(table);
    }

    private static StructType machine() {
        return new StructType().add(Columns.MACHINE_ID, DataTypes.StringType);
    }

    private static StructType named(String event) {
        return machine()
                .add(Columns.EVENT_TIME, DataTypes.TimestampType)
                .add(Columns.KNOWN_AT, DataTypes.TimestampType)
                .add(event, DataTypes.StringType);
    }

    private Vocabulary vocabulary(Telemetry readings, Map<String, List<String>> names) {
        List<String> codes = declared(errors == null ? List.of() : errors.allowedNames(), names, "errors.code");
        Set<String> components = new LinkedHashSet<>();
        Stream.of(
                        failures == null ? List.<String>of() : failures.allowedNames(),
                        maintenance == null ? List.<String>of() : maintenance.allowedNames())
                .forEach(components::addAll);
        Stream.of("failures.component", "maintenance.component")
                .flatMap(key -> names.getOrDefault(key, List.of()).stream())
                .sorted()
                .forEach(components::add);
        Map<String, List<String>> categories = new LinkedHashMap<>();
        if (machines != null) {
            machines.categoricalAttributes()
                    .forEach(name -> categories.put(name, names.getOrDefault("machines." + name, List.of())));
        }
        return new Vocabulary(
                readings.sensorNames(),
                codes,
                List.copyOf(components),
                names.getOrDefault("maintenance." + Columns.ACTION, List.of()),
                categories,
                machines == null ? List.of() : machines.numericAttributes());
    }

    private static List<String> declared(List<String> allowed, Map<String, List<String>> names, String key) {
        return allowed.isEmpty() ? names.getOrDefault(key, List.of()) : allowed;
    }
}
