package io.github.pdmspark.table;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.schema.Columns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Sensor readings: one row per machine and time, one numeric column per sensor. The only compulsory table. */
public final class Telemetry extends DatedTable<Telemetry> {

    private static final Set<String> RESERVED = Set.of(Columns.MACHINE_ID, Columns.EVENT_TIME, Columns.KNOWN_AT);

    private final Map<String, String> sensors;
    private final List<Double> sentinels;
    private final List<SensorRange> ranges;
    private final DuplicateRule duplicates;
    private final @Nullable Duration samplingPeriod;

    private Telemetry(
            Source source,
            Map<String, String> sensors,
            List<Double> sentinels,
            List<SensorRange> ranges,
            DuplicateRule duplicates,
            @Nullable Duration samplingPeriod) {
        super(source);
        this.sensors = sensors;
        this.sentinels = List.copyOf(sentinels);
        this.ranges = List.copyOf(ranges);
        this.duplicates = duplicates;
        this.samplingPeriod = samplingPeriod;
    }

    /** Telemetry in the rows of any dataset; name the columns next. */
    public static Telemetry from(Dataset<Row> rows) {
        return new Telemetry(Source.of(rows), Map.of(), List.of(), List.of(), DuplicateRule.FAIL, null);
    }

    @Override
    Telemetry with(Source source) {
        return new Telemetry(source, sensors, sentinels, ranges, duplicates, samplingPeriod);
    }

    /** Columns that are sensors and keep their names. */
    public Telemetry sensors(String... names) {
        Telemetry result = this;
        for (String name : names) {
            result = result.sensor(name, name);
        }
        return result;
    }

    /** A column that becomes the sensor {@code name}. */
    public Telemetry sensor(String name, String column) {
        Map<String, String> more = new LinkedHashMap<>(sensors);
        if (more.put(name, column) != null) {
            throw new IllegalArgumentException("Sensor '" + name + "' is declared twice.");
        }
        return new Telemetry(source(), more, sentinels, ranges, duplicates, samplingPeriod);
    }

    /** Values that stand for "no reading" in every sensor, such as -9999; they become NULL and are counted. */
    public Telemetry sentinels(double... values) {
        List<Double> boxed = Arrays.stream(values).boxed().toList();
        return new Telemetry(source(), sensors, boxed, ranges, duplicates, samplingPeriod);
    }

    /** The physical range of a sensor, both ends allowed; a row with a value outside goes to the quarantine. */
    public Telemetry range(String sensor, double lowest, double highest) {
        return range(new SensorRange(sensor, lowest, highest, QualityRule.OUT_OF_RANGE));
    }

    /** The physical range of a sensor, both ends allowed; a value outside becomes NULL and is counted. */
    public Telemetry rangeElseMissing(String sensor, double lowest, double highest) {
        return range(new SensorRange(sensor, lowest, highest, QualityRule.OUT_OF_RANGE_MISSING));
    }

    private Telemetry range(SensorRange range) {
        List<SensorRange> more = new ArrayList<>(ranges);
        more.add(range);
        return new Telemetry(source(), sensors, sentinels, more, duplicates, samplingPeriod);
    }

    /** What to do with readings of one machine and time that differ; {@link DuplicateRule#FAIL} unless said. */
    public Telemetry duplicates(DuplicateRule rule) {
        return new Telemetry(source(), sensors, sentinels, ranges, rule, samplingPeriod);
    }

    /** The time between two readings when nothing is missing; lets coverage be judged and the last reading count for it. */
    public Telemetry sampledEvery(Duration period) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("A sampling period is longer than zero, but it is " + period + ".");
        }
        return new Telemetry(source(), sensors, sentinels, ranges, duplicates, period);
    }

    /** Names of the sensors, in the order of declaration. */
    public List<String> sensorNames() {
        return List.copyOf(sensors.keySet());
    }

    /** What {@link #duplicates} declared. */
    public DuplicateRule duplicateRule() {
        return duplicates;
    }

    /** What {@link #sampledEvery} declared. */
    public Optional<Duration> samplingPeriod() {
        return Optional.ofNullable(samplingPeriod);
    }

    @Override
    public TypedTable typed(TableDefaults defaults) {
        TableTyping typing = new TableTyping("telemetry", rows(), source().strict());
        KeyTyping keys = new KeyTyping(typing, defaults);
        keys.addMachineId(source().machineId());
        keys.addTimes(source());
        checkDeclarations(typing);
        NumberTyping numbers = new NumberTyping(typing);
        sensors.forEach((name, column) -> numbers.add(name, column, "sensors", sentinels, rangeOf(name)));
        List<String> key = List.of(Columns.MACHINE_ID, Columns.EVENT_TIME);
        return typing.finish(key, sensorNames(), List.of(), true, source().maxRejectedShare());
    }

    private void checkDeclarations(TableTyping typing) {
        if (sensors.isEmpty()) {
            typing.resolve(null, "sensors");
        }
        sensors.keySet().stream()
                .filter(name -> RESERVED.contains(name) || name.startsWith("__pdm_"))
                .forEach(name -> typing.problem(
                        ErrorCondition.PDM_MAPPING_INCOMPLETE,
                        "A sensor cannot be called '" + name + "', a name that the library uses.",
                        "rename it: .sensor(\"my_" + name + "\", \"" + name + "\")."));
        ranges.stream()
                .map(SensorRange::sensor)
                .filter(name -> !sensors.containsKey(name))
                .forEach(name -> typing.problem(
                        ErrorCondition.PDM_COLUMN_NOT_FOUND,
                        "A range is declared for '" + name + "', which is not a sensor."
                                + io.github.pdmspark.schema.Suggestion.sentence(name, sensors.keySet()),
                        "declare it with .sensors(...) as well."));
    }

    private Optional<SensorRange> rangeOf(String sensor) {
        return ranges.stream().filter(range -> range.sensor().equals(sensor)).findFirst();
    }
}
