package io.github.pdmspark.simulator;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/** The five tables with the columns of Microsoft's sample; times are microseconds since the epoch. */
enum FleetTable {
    TELEMETRY(dated().add("volt", DoubleType)
            .add("rotate", DoubleType)
            .add("pressure", DoubleType)
            .add("vibration", DoubleType)) {
        /** By time first, so that a file holds few days: all machines of the group take turns. */
        @Override
        Stream<Object[]> rows(FleetSimulator fleet, List<Integer> machineIds) {
            List<Readings> readings = machineIds.stream().map(fleet::readings).toList();
            return IntStream.range(0, fleet.hours()).boxed().flatMap(hour -> IntStream.range(0, readings.size())
                    .filter(machine -> readings.get(machine).isSent(hour))
                    .mapToObj(machine -> reading(fleet, machineIds.get(machine), readings.get(machine), hour)));
        }
    },
    ERRORS(dated().add("errorID", StringType)) {
        @Override
        Stream<Object[]> rows(FleetSimulator fleet, List<Integer> machineIds) {
            return events(fleet, machineIds, Diary::errors);
        }
    },
    MAINT(dated().add("comp", StringType)) {
        @Override
        Stream<Object[]> rows(FleetSimulator fleet, List<Integer> machineIds) {
            return events(fleet, machineIds, Diary::maintenance);
        }
    },
    FAILURES(dated().add("failure", StringType)) {
        @Override
        Stream<Object[]> rows(FleetSimulator fleet, List<Integer> machineIds) {
            return events(fleet, machineIds, Diary::failures);
        }
    },
    MACHINES(new StructType()
            .add("machineID", IntegerType)
            .add("model", StringType)
            .add("age", IntegerType)) {
        @Override
        Stream<Object[]> rows(FleetSimulator fleet, List<Integer> machineIds) {
            return machineIds.stream().map(id -> fleet.diary(id).machine()).map(machine ->
                    new Object[] {machine.id(), machine.model(), machine.ageYears()});
        }
    };

    static final String TIME = "datetime";

    @SuppressWarnings("ImmutableEnumChecker") // a StructType is never changed
    private final StructType schema;

    FleetTable(StructType schema) {
        this.schema = schema;
    }

    /** The rows of some machines. */
    abstract Stream<Object[]> rows(FleetSimulator fleet, List<Integer> machineIds);

    StructType schema() {
        return schema;
    }

    boolean isDated() {
        return schema.fieldNames()[0].equals(TIME);
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static StructType dated() {
        return new StructType().add(TIME, LongType).add("machineID", IntegerType);
    }

    private static Stream<Object[]> events(
            FleetSimulator fleet, List<Integer> machineIds, Function<Diary, List<Event>> events) {
        return machineIds.stream().flatMap(id -> events.apply(fleet.diary(id)).stream()
                .map(event -> new Object[] {fleet.micros(event.hour()), id, event.what()}));
    }

    private static Object[] reading(FleetSimulator fleet, int machineId, Readings readings, int hour) {
        return new Object[] {
            fleet.micros(hour),
            machineId,
            readings.value(Sensor.VOLT, hour),
            readings.value(Sensor.ROTATE, hour),
            readings.value(Sensor.PRESSURE, hour),
            readings.value(Sensor.VIBRATION, hour)
        };
    }
}
