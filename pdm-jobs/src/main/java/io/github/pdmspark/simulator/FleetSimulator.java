package io.github.pdmspark.simulator;

import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.UtcText;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A fleet whose data look like Microsoft's predictive-maintenance sample and whose truth is known.
 *
 * <ul>
 *   <li>Hourly readings, normal around volt 170 (sd 15), rotate 450 (50), pressure 100 (10), vibration 40 (5).
 *   <li>Four components with a Weibull life of shape 3; model, age and a hidden factor of the machine make it shorter or
 *       longer. About 7.5 failures per machine-year; 3 % take a second component with them at the same instant.
 *   <li>44 to 54 hours before its failure a component's own sensor shifts: comp1 volt +1.3 sd, comp2 rotate -1.4, comp3
 *       pressure +2.2, comp4 vibration +2.0. 4.5 equal drifts per sensor-year are decoys that no failure follows.
 *   <li>21 to 27 hours before it 96 % show their error: error1 for comp1, error2 and error3 for comp2, error4 for comp3,
 *       error5 for comp4. 29 errors per machine-year mean nothing.
 *   <li>Every 15 to 45 days a visit replaces one or two components at random, which now and then prevents a failure; every
 *       failure is repaired by a replacement at the same instant. The maintenance log starts a year before telemetry.
 * </ul>
 *
 * <p>A machine's data depend on the seed and its number alone: neither the size of the fleet nor the partitioning changes
 * them.
 */
public final class FleetSimulator implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int machines;
    private final Instant start;
    private final int days;
    private final long seed;
    private final Faults faults;

    FleetSimulator(FleetSimulatorBuilder builder) {
        this.machines = builder.machines;
        this.start = UtcText.instant(builder.start);
        this.days = builder.days;
        this.seed = builder.seed;
        this.faults = builder.faults;
    }

    /** Starts with 100 machines, the 365 days from 2015-01-01 on, seed 42 and {@link Faults#few()}. */
    public static FleetSimulatorBuilder builder() {
        return new FleetSimulatorBuilder();
    }

    /** Readings: {@code datetime timestamp, machineID int, volt, rotate, pressure, vibration double}. */
    public Dataset<Row> telemetry(SparkSession spark) {
        return FleetDatasets.of(this, FleetTable.TELEMETRY, spark);
    }

    /** Errors: {@code datetime timestamp, machineID int, errorID string}. */
    public Dataset<Row> errors(SparkSession spark) {
        return FleetDatasets.of(this, FleetTable.ERRORS, spark);
    }

    /** Replacements, scheduled or after a failure: {@code datetime timestamp, machineID int, comp string}. */
    public Dataset<Row> maintenance(SparkSession spark) {
        return FleetDatasets.of(this, FleetTable.MAINT, spark);
    }

    /** Failures: {@code datetime timestamp, machineID int, failure string}. */
    public Dataset<Row> failures(SparkSession spark) {
        return FleetDatasets.of(this, FleetTable.FAILURES, spark);
    }

    /** Machines: {@code machineID int, model string, age int} (years). */
    public Dataset<Row> machines(SparkSession spark) {
        return FleetDatasets.of(this, FleetTable.MACHINES, spark);
    }

    /**
     * Writes {@code telemetry.csv}, {@code errors.csv}, {@code maint.csv}, {@code failures.csv} and {@code machines.csv},
     * one plain file each, times as {@code yyyy-MM-dd HH:mm:ss} in UTC. Runs no Spark job; 1000 machine-years take half a gigabyte.
     *
     * @return the directory, created when absent; files of these names in it are replaced
     */
    public Path writeCsv(Path directory) {
        return FleetCsv.write(this, directory);
    }

    /**
     * Writes the folders {@code telemetry}, {@code errors}, {@code maint}, {@code failures} and {@code machines} as Parquet,
     * replacing what is there; within a telemetry file rows are in time order. Runs one Spark job per table.
     */
    public void writeParquet(SparkSession spark, String directory) {
        FleetDatasets.writeParquet(this, spark, directory);
    }

    int machineCount() {
        return machines;
    }

    int hours() {
        return (int) Duration.ofDays(days).toHours();
    }

    long micros(int hour) {
        return Micros.of(start.plus(Duration.ofHours(hour)));
    }

    Diary diary(int machineId) {
        return Diary.of(seed, machineId, hours());
    }

    Readings readings(int machineId) {
        return diary(machineId).readings(seed, hours(), faults);
    }
}
