package io.github.pdmspark.benchmark.scenario;

import static java.time.Duration.ofHours;
import static org.apache.spark.sql.functions.expr;

import io.github.pdmspark.benchmark.fleet.StoredFleet;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.simulator.Faults;
import io.github.pdmspark.time.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The scenarios by name; each makes its data when it is asked for. */
public final class Scenarios {

    /** All names. */
    public static final List<String> NAMES =
            List.of("build", "size", "sensors", "windows", "skew", "day", "increment", "process");

    private static final int NARROW = 4;
    private static final int WIDE = 50;
    private static final Duration LOOK_BACK = Duration.ofDays(3);
    private static final Duration[] SHORT = {ofHours(12), ofHours(24), ofHours(36)};
    private static final Duration[] LONG = {
        ofHours(12), ofHours(24), ofHours(36), ofHours(48), ofHours(72),
        ofHours(96), ofHours(168), ofHours(240), ofHours(360), ofHours(720)
    };

    private final SparkSession spark;
    private final Path folder;
    private final int machines;
    private final int days;

    /** Scenarios around a fleet of this size, their data below the folder. */
    public Scenarios(SparkSession spark, Path folder, int machines, int days) {
        this.spark = spark;
        this.folder = folder;
        this.machines = machines;
        this.days = days;
    }

    /** The scenario of a name. */
    public Scenario of(String name) {
        return switch (name) {
            case "build" -> build();
            case "size" -> size();
            case "sensors" -> sensors();
            case "windows" -> windows();
            case "skew" -> skew();
            case "day" -> day();
            case "increment" -> new ScoredDay(spark, folder, machines, days).scenario();
            case "process" -> process();
            default ->
                throw new IllegalArgumentException("There is no run '" + name + "'. Known: compare, all, kernel, "
                        + String.join(", ", NAMES) + ".");
        };
    }

    private Scenario build() {
        StoredFleet fleet = fleet(machines);
        return Scenario.of("build", "What validation costs beside the features")
                .with("features of the telemetry", 1, discarding(fleet, SHORT))
                .with("FleetHistory.build()", 1, () -> fleet.history(spark));
    }

    private Scenario size() {
        Scenario scenario = Scenario.of("size", "CPU per machine stays the same from a tenth to three times the fleet");
        for (int size : List.of(machines, machines / 10, 3 * machines / 10, 3 * machines)) {
            scenario = scenario.with(size + " machines", size, discarding(fleet(size), SHORT));
        }
        return scenario;
    }

    /** As many values in both fleets: what is fixed per job must not be taken for the cost of a value. */
    private Scenario sensors() {
        int fewer = machines * NARROW / WIDE;
        return Scenario.of("sensors", "CPU per value of " + WIDE + " sensors is at most 1.2 times that of " + NARROW)
                .with(NARROW + " sensors", machines * NARROW, discarding(fleet(machines), SHORT))
                .with(WIDE + " sensors", fewer * WIDE, discarding(wide(fewer), SHORT));
    }

    private Scenario windows() {
        return Scenario.of("windows", "Ten windows to 30 days take at most twice the CPU of three to 36 h")
                .with("3 windows to 36 h", 1, discarding(fleet(machines), SHORT))
                .with("10 windows to 30 days", 1, discarding(fleet(machines), LONG));
    }

    private Scenario skew() {
        return Scenario.of("skew", "At most 3 times the wall time of the even fleet")
                .with("even", 1, discarding(fleet(machines), SHORT))
                .with("one machine with half of the rows", 1, discarding(skewed(), SHORT));
    }

    private Scenario day() {
        FleetHistory history = daily().history(spark);
        FeaturePipeline pipeline = pipeline(SHORT);
        Instant end = history.quality().table("telemetry").last().orElseThrow();
        TimeRange lastDay = new TimeRange(end.minus(Duration.ofDays(1)), end);
        return Scenario.of("day", "One more day costs at most 1/20 of the year")
                .with("the year", 1, () -> discard(pipeline.on(history).rows()))
                .with(
                        "one more day",
                        1,
                        () -> discard(pipeline.over(history, lastDay, LOOK_BACK).rows()));
    }

    private Scenario process() {
        StoredFleet fleet = fleet(machines);
        return Scenario.of("process", "A cold process with JVM start and validation; it passes in 1 GB")
                .measured("heap of 3 to 6 GB", 1, new ChildProcess(fleet, "-Xms3g", "-Xmx6g"))
                .measured("heap of 1 GB", 1, new ChildProcess(fleet, "-Xms256m", "-Xmx1g"));
    }

    /** The upper half of the machines becomes one machine that reads every few seconds. */
    private StoredFleet skewed() {
        StoredFleet even = fleet(machines);
        int half = machines / 2;
        long micros = 3_600_000_000L / (machines - half);
        Dataset<Row> telemetry = even.table(spark, "telemetry")
                .selectExpr(
                        "timestamp_micros(unix_micros(datetime) + greatest(machineID - " + (half + 1) + ", 0) * "
                                + micros + "L) AS datetime",
                        "least(machineID, " + (half + 1) + ") AS machineID",
                        "volt",
                        "rotate",
                        "pressure",
                        "vibration");
        return even.withTelemetry("skewed", telemetry);
    }

    /** Files of one day each, as a table has that grows daily. */
    private StoredFleet daily() {
        StoredFleet even = fleet(machines);
        Dataset<Row> telemetry = even.table(spark, "telemetry")
                .repartitionByRange(days, expr("date(datetime)"))
                .sortWithinPartitions("datetime");
        return even.withTelemetry("daily", telemetry);
    }

    private StoredFleet fleet(int size) {
        return StoredFleet.simulated(spark, folder, size, days, Faults.none());
    }

    private StoredFleet wide(int size) {
        StoredFleet narrow = fleet(size);
        List<String> columns = new ArrayList<>(List.of("datetime", "machineID"));
        for (int i = 1; i <= WIDE; i++) {
            columns.add("round(volt + pmod(hash(datetime, machineID, " + i + "), 1000) / 50, 4) AS sensor" + i);
        }
        return narrow.withTelemetry(
                "wide", narrow.table(spark, "telemetry").selectExpr(columns.toArray(String[]::new)));
    }

    private Runnable discarding(StoredFleet fleet, Duration... windows) {
        Dataset<Row> rows = pipeline(windows).on(fleet.history(spark)).rows();
        return () -> discard(rows);
    }

    private static FeaturePipeline pipeline(Duration... windows) {
        return FeaturePipeline.builder()
                .every(ofHours(12))
                .rolling(Statistic.MEAN, Statistic.STDDEV)
                .over(windows)
                .build();
    }

    private static void discard(Dataset<Row> rows) {
        rows.write().format("noop").mode(SaveMode.Overwrite).save();
    }
}
