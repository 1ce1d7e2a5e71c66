package io.github.pdmspark.fleet;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.github.pdmspark.quality.QualityReport;
import io.github.pdmspark.quality.Quarantine;
import io.github.pdmspark.quality.SensorReport;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.table.Suspensions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What happened to a fleet, checked: six datasets with the library's columns, without rejected rows, copies, NaN or
 * infinities. The datasets are lazy and read their sources again in every job; the sources must not change meanwhile.
 */
public final class FleetHistory {

    private static final List<String> TIMES_OF_ROWS = List.of(Columns.VALID_FROM, Columns.VALID_TO);

    private final HistoryTables tables;
    private final Vocabulary vocabulary;
    private final Observation observation;
    private final QualityReport quality;
    private final Quarantine quarantine;

    FleetHistory(
            HistoryTables tables,
            Vocabulary vocabulary,
            Observation observation,
            QualityReport quality,
            Quarantine quarantine) {
        this.tables = tables;
        this.vocabulary = vocabulary;
        this.observation = observation;
        this.quality = quality;
        this.quarantine = quarantine;
    }

    /** Starts a history; telemetry is compulsory, the other tables are optional. */
    public static FleetHistoryBuilder builder() {
        return new FleetHistoryBuilder();
    }

    /**
     * The same as it could be seen at {@code time}: without every record whose {@code known_at} is later. Names of sensors,
     * codes and components and the quality report stay those of the whole history. Lazy.
     */
    public FleetHistory knownBy(Instant time) {
        return new FleetHistory(tables.knownBy(time), vocabulary, observation.until(time), quality, quarantine);
    }

    /**
     * The same with the records of some machines alone. Lazy: reads what {@code ids} needs when it is read itself; names of
     * sensors, codes and components stay those of the fleet.
     *
     * @param ids a column {@code machine_id string}, few enough for the memory of one JVM
     */
    public FleetHistory ofMachines(Dataset<Row> ids) {
        return new FleetHistory(tables.ofMachines(ids), vocabulary, observation, quality, quarantine);
    }

    /**
     * Columns {@code machine_id string, event_time timestamp, known_at timestamp} and one double per sensor (NULL:
     * missing); one row per machine and event time. Readings that were taken while their machine was suspended are left out.
     */
    public Dataset<Row> telemetry() {
        return hasSuspensions() ? workingTime().readings(tables.telemetry()) : tables.telemetry();
    }

    /** The same readings and those of suspended machines. */
    public Dataset<Row> acceptedTelemetry() {
        return tables.telemetry();
    }

    /**
     * The same readings as {@link #telemetry} with {@code machine_id bigint}, which costs much less to read than text. Empty
     * where the ids are not whole numbers in their source, or copies had to be removed.
     */
    public Optional<Dataset<Row>> numberedTelemetry() {
        return hasSuspensions()
                ? tables.numberedTelemetry().map(workingTime()::numberedReadings)
                : tables.numberedTelemetry();
    }

    /** Columns {@code machine_id, event_time, known_at, code}; no rows when no error log was given. */
    public Dataset<Row> errors() {
        return tables.errors();
    }

    /**
     * Columns {@code machine_id, event_time, known_at, component}, and {@code action} if it was declared; no rows when no
     * maintenance log was given.
     */
    public Dataset<Row> maintenance() {
        return tables.maintenance();
    }

    /** Columns {@code machine_id, event_time, known_at, component}; no rows when no failure log was given. */
    public Dataset<Row> failures() {
        return tables.failures();
    }

    /**
     * Columns {@code machine_id, event_time, until}: each machine was suspended from {@code event_time} until just before {@code
     * until}, NULL where it still is; one row per machine and begin, which may overlap. No rows when no suspensions were given.
     */
    public Dataset<Row> suspensions() {
        return tables.suspensions();
    }

    /**
     * Columns {@code machine_id}, one string per categorical and one double per numeric attribute, and those of {@code
     * valid_from, valid_to, installed_at} that were declared; one row per machine, or per machine and {@code valid_from}.
     */
    public Dataset<Row> machines() {
        return tables.machines();
    }

    /** The same without {@code valid_from} and {@code valid_to}: one row per machine, the one that begins last. */
    public Dataset<Row> latestMachines() {
        Dataset<Row> rows = tables.machines();
        List<String> names = List.of(rows.columns());
        if (!names.contains(Columns.VALID_FROM)) {
            return rows;
        }
        Column[] values = names.stream()
                .filter(name -> !TIMES_OF_ROWS.contains(name) && !name.equals(Columns.MACHINE_ID))
                .map(Identifiers::column)
                .toArray(Column[]::new);
        Column begin = coalesce(col(Columns.VALID_FROM), lit(Instant.parse("0001-01-01T00:00:00Z")));
        return rows.groupBy(Columns.MACHINE_ID)
                .agg(max_by(struct(values), begin).as("latest"))
                .select(Columns.MACHINE_ID, "latest.*");
    }

    /** Names of the sensors, in the order of declaration. */
    public List<String> sensors() {
        return vocabulary.sensors();
    }

    /** Error codes: as declared, else those that occur, sorted. */
    public List<String> errorCodes() {
        return vocabulary.errorCodes();
    }

    /** Components: as declared, else those that were maintained or failed, sorted. The order decides ties. */
    public List<String> components() {
        return vocabulary.components();
    }

    /** What is done at a maintenance, sorted; empty when the log does not say. */
    public List<String> actions() {
        return vocabulary.actions();
    }

    /** Names of the categorical attributes of machines, in the order of declaration. */
    public List<String> categoricalAttributes() {
        return List.copyOf(vocabulary.categories().keySet());
    }

    /** Names of the numeric attributes of machines, in the order of declaration. */
    public List<String> numericAttributes() {
        return vocabulary.numericAttributes();
    }

    /** Whether it is known when machines were installed. */
    public boolean hasInstallationTimes() {
        return List.of(tables.machines().columns()).contains(Columns.INSTALLED_AT);
    }

    /** The values of each categorical attribute, sorted. */
    public Map<String, List<String>> categories() {
        return vocabulary.categories();
    }

    /** Whether a failure log was given. */
    public boolean hasFailures() {
        return quality.table("failures").given();
    }

    /** Whether suspensions were given. */
    public boolean hasSuspensions() {
        return quality.table(Suspensions.NAME).given();
    }

    private WorkingTime workingTime() {
        return WorkingTime.of(tables.suspensions(), quality.table("telemetry"));
    }

    /** The declared time between two readings. */
    public Optional<Duration> samplingPeriod() {
        return observation.samplingPeriod();
    }

    /** The declared end of observation of the whole fleet; else each machine is observed until its last reading. */
    public Optional<Instant> observedUntil() {
        return observation.observedUntil();
    }

    /** Failures of a component that follow each other in less than this time are one failure, and repairs belong to it. */
    public Duration minimumRepair() {
        return observation.minimumRepair();
    }

    /** What was read, kept and found. */
    public QualityReport quality() {
        return quality;
    }

    /**
     * Coverage, gaps, order, stuck and saturated values, changes of unit and clocks of each sensor, whether its machine was
     * suspended or not. Runs one Spark job that brings the rows of each machine together.
     */
    public SensorReport sensorReport() {
        return SensorReport.of(tables.telemetry(), sensors(), samplingPeriod(), quality.table("telemetry"));
    }

    /** The rejected rows. */
    public Quarantine quarantine() {
        return quarantine;
    }

    /** The session that the telemetry came from. */
    public SparkSession sparkSession() {
        return tables.telemetry().sparkSession();
    }
}
