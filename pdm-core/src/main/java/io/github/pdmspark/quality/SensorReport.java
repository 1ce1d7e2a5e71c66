package io.github.pdmspark.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.error.DataQualityException;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.quality.Finding.Severity;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The quality of each sensor over a whole fleet. Prints as a table.
 *
 * @param sensors one summary per sensor, in declared order
 * @param duplicateShare rows that were removed as copies, as a share of all that were read
 */
public record SensorReport(List<SensorSummary> sensors, double duplicateShare) {

    private static final String STAND_IN = "STAND_IN";
    private static final int MACHINES_IN_THE_MIDDLE = 10_000;

    public SensorReport {
        sensors = List.copyOf(sensors);
    }

    /**
     * Measures checked telemetry. Runs one Spark job that brings the rows of each machine together.
     *
     * @param telemetry machine, event time, known time and one double per sensor
     * @param table what became of its rows
     */
    public static SensorReport of(
            Dataset<Row> telemetry, List<String> sensors, Optional<Duration> samplingPeriod, TableSummary table) {
        List<Column> columns = new ArrayList<>();
        columns.add(col(Columns.MACHINE_ID));
        columns.add(unix_micros(col(Columns.EVENT_TIME)).as("micros"));
        columns.add(unix_micros(col(Columns.KNOWN_AT)).as("known_micros"));
        sensors.forEach(name -> columns.add(Identifiers.column(name)));
        Column expected = samplingPeriod
                .map(period -> floor(col("span").divide(Micros.of(period))).plus(1))
                .orElse(lit(null).cast("bigint"));
        List<Row> rows = telemetry
                .select(columns.toArray(Column[]::new))
                .repartition(col(Columns.MACHINE_ID))
                .sortWithinPartitions(Columns.MACHINE_ID, "micros")
                .mapPartitions(new SensorScan(sensors.size()), Encoders.row(SensorTrack.SCHEMA))
                .groupBy("sensor")
                .agg(
                        count(lit(1)).as("machines"),
                        count(when(col("readings").equalTo(0), 1)).as("silent"),
                        sum("readings").as("readings"),
                        sum("rows").as("rows"),
                        sum(expected).as("expected"),
                        max("gap").as("gap"),
                        max_by(col("machine"), col("gap")).as("gap_machine"),
                        max("constant").as("constant"),
                        max_by(col("machine"), col("constant")).as("constant_machine"),
                        coalesce(max(when(col("readings").gt(0), col("edge").divide(col("readings")))), lit(0.0))
                                .as("edge"),
                        sum("falls").as("falls"),
                        min("span").as("span"),
                        min("lowest").as("lowest"),
                        max("highest").as("highest"),
                        sum("unordered").as("unordered"),
                        percentile_approx(col("delay"), lit(0.5), lit(MACHINES_IN_THE_MIDDLE))
                                .as("middle"),
                        min("delay").as("delay_min"),
                        min_by(col("machine"), col("delay")).as("delay_min_machine"),
                        max("delay").as("delay_max"),
                        max_by(col("machine"), col("delay")).as("delay_max_machine"),
                        max("jump").as("jump"),
                        max_by(col("machine"), col("jump")).as("jump_machine"),
                        max_by(col("stand_in"), col("stand_ins")).as("stand_in"),
                        max("stand_ins").as("stand_ins"))
                .orderBy("sensor")
                .collectAsList();
        List<SensorSummary> summaries = rows.stream()
                .map(row -> summary(row, sensors.get(row.<Integer>getAs("sensor"))))
                .toList();
        return new SensorReport(summaries, table.rowsIn() == 0 ? 0 : (double) table.duplicates() / table.rowsIn());
    }

    private static SensorSummary summary(Row row, String sensor) {
        long readings = row.<Long>getAs("readings");
        long rows = row.<Long>getAs("rows");
        ClockSkew skew = ClockSkew.of(row);
        return new SensorSummary(
                sensor,
                row.<Long>getAs("machines"),
                row.<Long>getAs("silent"),
                readings,
                1 - (double) readings / rows,
                Optional.ofNullable(row.<Long>getAs("expected")).map(all -> (double) readings / all),
                micros(row, "gap"),
                row.getAs("gap_machine"),
                micros(row, "constant"),
                row.getAs("constant_machine"),
                row.<Double>getAs("edge"),
                row.<Long>getAs("falls"),
                micros(row, "span"),
                Optional.ofNullable(row.<Double>getAs("lowest")),
                Optional.ofNullable(row.<Double>getAs("highest")),
                readings == 0 ? 0 : (double) row.<Long>getAs("unordered") / readings,
                skew.length(),
                skew.machine(),
                row.<Double>getAs("jump"),
                row.getAs("jump_machine"),
                Optional.ofNullable(row.<Double>getAs("stand_in")),
                row.<Long>getAs("stand_ins"));
    }

    private static Duration micros(Row row, String column) {
        return Duration.of(row.<Long>getAs(column), ChronoUnit.MICROS);
    }

    /** What lies beyond the limits, and values that may stand for "no reading". */
    public List<Finding> findings(SensorLimits limits) {
        List<Finding> found = new ArrayList<>();
        if (duplicateShare > limits.duplicateShare()) {
            found.add(new Finding(
                    "telemetry", "DUPLICATES", "", Severity.NOTICE, 1, share(duplicateShare), "beyond the limit"));
        }
        for (SensorSummary each : sensors) {
            add(found, each, "SILENT", each.silentMachines() > 0, each.silentMachines(), "");
            add(found, each, "MISSING", each.missingShare() > limits.missingShare(), 1, share(each.missingShare()));
            add(
                    found,
                    each,
                    "GAP",
                    longer(each.longestGap(), limits.gap()),
                    1,
                    on(each.longestGap(), each.gapMachine()));
            add(
                    found,
                    each,
                    "STUCK",
                    longer(each.longestConstant(), limits.constant()),
                    1,
                    on(each.longestConstant(), each.constantMachine()));
            add(found, each, "SATURATED", each.edgeShare() > limits.edgeShare(), 1, share(each.edgeShare()));
            boolean fell = limits.counters().contains(each.sensor()) && each.falls() > 0;
            add(found, each, "COUNTER_RESET", fell, each.falls(), "");
            add(found, each, "SHORT_HISTORY", longer(limits.span(), each.shortestSpan()), 1, "" + each.shortestSpan());
            addArrival(found, each, limits);
            boolean jumped =
                    each.unitJump() > limits.unitJump() && !limits.counters().contains(each.sensor());
            add(found, each, "UNIT_JUMP", jumped, 1, "on " + Shown.of(each.jumpMachine()));
            each.standIn().ifPresent(value -> found.add(standIn(each, value)));
        }
        return List.copyOf(found);
    }

    private static void addArrival(List<Finding> found, SensorSummary each, SensorLimits limits) {
        boolean unordered = each.unorderedShare() > limits.unorderedShare();
        add(found, each, "OUT_OF_ORDER", unordered, 1, share(each.unorderedShare()));
        boolean skewed = longer(each.clockSkew(), limits.clockSkew());
        add(found, each, "CLOCK_SKEW", skewed, 1, on(each.clockSkew(), each.skewMachine()));
    }

    /** A suggestion, never a reason to fail: only the owner of the data knows what the value means. */
    private static Finding standIn(SensorSummary sensor, double value) {
        return new Finding(
                "telemetry",
                STAND_IN,
                sensor.sensor(),
                Severity.NOTICE,
                sensor.standIns(),
                String.valueOf(value),
                "if it means \"no reading\", declare it: .sentinels(" + value + ")");
    }

    /**
     * Fails when anything lies beyond the limits.
     *
     * @throws DataQualityException {@code PDM_SENSOR_QUALITY} with every finding
     */
    public void require(SensorLimits limits) {
        List<Finding> found = findings(limits).stream()
                .filter(finding -> !finding.rule().equals(STAND_IN))
                .toList();
        if (!found.isEmpty()) {
            throw new DataQualityException(new Problem(
                    ErrorCondition.PDM_SENSOR_QUALITY,
                    found.stream().map(Finding::toString).collect(Collectors.joining("\n")),
                    "repair the source, leave the sensor or the machine out, or widen the limits."));
        }
    }

    private static void add(
            List<Finding> found, SensorSummary sensor, String rule, boolean broken, long count, String example) {
        if (broken) {
            found.add(new Finding(
                    "telemetry", rule, sensor.sensor(), Severity.NOTICE, count, example, "beyond the limit"));
        }
    }

    private static boolean longer(Duration left, Duration right) {
        return left.compareTo(right) > 0;
    }

    private static String on(Duration length, String machine) {
        return length + " on " + Shown.of(machine);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    @Override
    public String toString() {
        return sensors.stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "%-20s %,12d readings, %s missing, coverage %s, longest gap %s, longest constant %s, at an edge %s",
                        each.sensor(),
                        each.readings(),
                        share(each.missingShare()),
                        each.coverage().map(SensorReport::share).orElse("-"),
                        each.longestGap(),
                        each.longestConstant(),
                        share(each.edgeShare())))
                .collect(Collectors.joining("\n"));
    }
}
