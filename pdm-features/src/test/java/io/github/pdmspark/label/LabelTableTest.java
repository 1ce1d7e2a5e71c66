package io.github.pdmspark.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(LocalSpark.class)
class LabelTableTest {

    private static final long HOUR = 3_600_000_000L;
    private static final long START = 396_000 * HOUR;
    private static final ObservationGrid GRID = ObservationGrid.every(Duration.ofHours(12));
    private static final FailureLabel DAY =
            FailureLabel.within(Duration.ofHours(24)).lead(Duration.ofHours(6)).blackout(Duration.ofHours(8));
    private static final List<String> COMPONENTS = List.of("comp1", "comp2", "comp3");

    private final SparkSession spark;

    LabelTableTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void tableHasTheColumnsOfTheContract() {
        DatasetAssert.assertThat(labels(fleetWithFailureAt(START)).rows())
                .hasSchema(new StructType()
                        .add("machine_id", "string")
                        .add("as_of", "timestamp")
                        .add("label_status", "string")
                        .add("label", "string")
                        .add("label_components", "array<string>")
                        .add("hours_to_failure", "double"));
    }

    @Test
    void twoFailuresInOneIntervalAreOneRowWithBothComponents() {
        SmallFleet fleet = new SmallFleet()
                .reading("a", START)
                .observedUntil(START + 100 * HOUR)
                .failure("a", START + 7 * HOUR, "comp2")
                .failure("a", START + 9 * HOUR, "comp1");
        ObservationGrid once = ObservationGrid.every(Duration.ofHours(1000));
        Dataset<Row> rows = FailureLabel.within(Duration.ofHours(24))
                .on(fleet.history(spark), once)
                .rows();
        DatasetAssert.assertThat(rows.selectExpr(
                        "machine_id",
                        "unix_micros(as_of)",
                        "label_status",
                        "label",
                        "array_join(label_components, ',')",
                        "hours_to_failure"))
                .containsExactlyInAnyOrder(
                        List.of(RowFactory.create("a", START, "POSITIVE", "comp2", "comp2,comp1", 7.0)));
    }

    @Test
    void machineWithoutTelemetryHasNoRowAndMachineWithoutFailureHas() {
        SmallFleet fleet = new SmallFleet()
                .reading("healthy", START)
                .reading("healthy", START + 60 * HOUR)
                .failure("unseen", START, "comp1");
        assertThat(statuses(labels(fleet)))
                .containsOnlyKeys(keys("healthy", 0, 12, 24, 36, 48, 60))
                .containsEntry("healthy@24", "NEGATIVE")
                .containsEntry("healthy@36", "CENSORED");
    }

    @Test
    void everyRowEqualsTheOracle() {
        FleetHistory history = randomFleet(5, 0).history(spark);
        Map<String, Row> found = new TreeMap<>();
        DAY.on(history, GRID).rows().collectAsList().forEach(row -> found.put(key(row), row));
        Map<String, FailureOutcome> expected = oracle(history);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (key, outcome) -> assertThat(text(found.get(key))).as(key).isEqualTo(text(outcome)));
    }

    /** P3. */
    @Test
    void partitionsAndOrderDoNotMatter() {
        DatasetAssert.assertThat(labels(randomFleet(7, 0).partitions(7)).rows())
                .hasSameRowsAs(labels(randomFleet(7, 0).partitions(1)).rows());
    }

    /** P6: the fleet starts two days before a clock change in New York. */
    @Test
    void sessionZoneAndShiftDoNotMatter() {
        Map<String, String> expected = statuses(labels(randomFleet(3, 0)));
        for (String zone : List.of("UTC", "America/New_York", "Asia/Kolkata")) {
            SparkSession session = spark.newSession();
            session.conf().set("spark.sql.session.timeZone", zone);
            long shift = 24 * 100 * HOUR;
            LabelTable shifted = DAY.on(randomFleet(3, shift).history(session), GRID);
            assertThat(statuses(shifted, START + shift)).as(zone).isEqualTo(expected);
        }
    }

    /** P9 and P5: one failure of machine a moves by an hour; one row of a enters, one leaves, b stays as it is. */
    @Test
    void movingAFailureFlipsExactlyItsRows() {
        Map<String, String> before = statuses(labels(fleetWithFailureAt(START + 66 * HOUR)));
        Map<String, String> after = statuses(labels(fleetWithFailureAt(START + 66 * HOUR - 1)));
        assertThat(before)
                .containsEntry("a@36", "NEGATIVE")
                .containsEntry("a@48", "POSITIVE")
                .containsEntry("a@60", "POSITIVE");
        Map<String, String> expected = new TreeMap<>(before);
        expected.put("a@60", "TOO_LATE");
        expected.put("a@36", "POSITIVE");
        assertThat(after).isEqualTo(expected);
    }

    @Test
    void withoutFailureLogNothingCanBeLabelled() {
        FleetHistory history = new SmallFleet().reading("a", START).historyWithoutFailureLog(spark);
        assertThatThrownBy(() -> DAY.on(history, GRID))
                .isInstanceOfSatisfying(TrainingException.class, e -> assertThat(e.condition())
                        .isEqualTo(ErrorCondition.PDM_NO_FAILURES))
                .hasMessageStartingWith(
                        "PDM_NO_FAILURES The history has no failure log, so no row can be labelled.\nFix: ");
        assertThatThrownBy(() -> RemainingLife.hours().on(history, GRID)).isInstanceOf(TrainingException.class);
    }

    @Test
    void emptyFailureLogCannotLabelEither() {
        FleetHistory history = new SmallFleet().reading("a", START).history(spark);
        assertThatThrownBy(() -> DAY.on(history, GRID))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("no accepted row (0 read, 0 quarantined)");
    }

    @Test
    void labellingIsLazy() {
        FleetHistory history = fleetWithFailureAt(START).history(spark);
        assertThat(QueryCount.of(spark, () -> DAY.on(history, GRID).rows())).isZero();
    }

    @Test
    void remainingLifeIsLabelledForTheMachineAndForOneComponent() {
        FleetHistory history = fleetWithFailureAt(START + 66 * HOUR).history(spark);
        Map<String, String> machine = lives(RemainingLife.hours(), history);
        assertThat(machine).containsEntry("a@48", "18.0 false").containsEntry("b@48", "12.0 true");
        Map<String, String> capped = lives(RemainingLife.hours().cappedAt(Duration.ofHours(18)), history);
        assertThat(capped).containsEntry("a@36", "18.0 false").containsEntry("a@60", "6.0 false");
        Map<String, String> other = lives(RemainingLife.hours().ofComponent("comp2"), history);
        assertThat(other).containsEntry("a@48", "52.0 true").containsEntry("b@24", "36.0 true");
    }

    @Test
    void livesOfEachComponentAreThoseOfOneAfterTheOther() {
        FleetHistory history = randomFleet(9, 0).history(spark);
        Dataset<Row> each = RemainingLife.ofEachComponent(history, GRID);
        for (int i = 0; i < history.components().size(); i++) {
            Dataset<Row> one = RemainingLife.hours()
                    .ofComponent(history.components().get(i))
                    .on(history, GRID);
            DatasetAssert.assertThat(each.selectExpr(
                            "machine_id",
                            "as_of",
                            "rul_hours_by_component[" + i + "] rul_hours",
                            "rul_censored_by_component[" + i + "] rul_censored"))
                    .hasSameRowsAs(one);
        }
    }

    @Test
    void unknownComponentIsRefused() {
        FleetHistory history = fleetWithFailureAt(START).history(spark);
        assertThatThrownBy(() -> RemainingLife.hours().ofComponent("comp9").on(history, GRID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No component 'comp9'. Found: comp1, comp2.");
    }

    private LabelTable labels(SmallFleet fleet) {
        return DAY.on(fleet.history(spark), GRID);
    }

    private static SmallFleet fleetWithFailureAt(long micros) {
        return new SmallFleet()
                .reading("a", START)
                .reading("a", START + 100 * HOUR)
                .reading("b", START)
                .reading("b", START + 60 * HOUR)
                .maintenance("a", START - HOUR, "comp2")
                .failure("a", micros, "comp1");
    }

    private static SmallFleet randomFleet(long seed, long shift) {
        Random random = new Random(seed);
        SmallFleet fleet = new SmallFleet().sampledEvery(Duration.ofHours(1));
        for (int m = 0; m < 30; m++) {
            String machine = "m" + m;
            long start = START + shift + random.nextInt(30) * HOUR;
            fleet.reading(machine, start).reading(machine, start + random.nextInt(200) * HOUR + HOUR);
            for (int i = random.nextInt(4); i > 0; i--) {
                long time = start + random.nextInt(200) * HOUR;
                String component = COMPONENTS.get(random.nextInt(3));
                fleet.failure(machine, time, component);
                if (random.nextBoolean()) {
                    fleet.maintenance(machine, time, component);
                }
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                fleet.maintenance(machine, start + random.nextInt(200) * HOUR, COMPONENTS.get(random.nextInt(3)));
            }
        }
        return fleet;
    }

    private static Map<String, FailureOutcome> oracle(FleetHistory history) {
        Map<String, List<Happening>> failures = happenings(history, history.failures());
        Map<String, List<Happening>> maintenance = happenings(history, history.maintenance());
        Map<String, FailureOutcome> labels = new TreeMap<>();
        history.telemetry()
                .groupBy("machine_id")
                .agg(Map.of("event_time", "max"))
                .join(history.telemetry().groupBy("machine_id").agg(Map.of("event_time", "min")), "machine_id")
                .selectExpr("machine_id", "unix_micros(`min(event_time)`)", "unix_micros(`max(event_time)`)")
                .collectAsList()
                .forEach(span -> {
                    long end = span.getLong(2) + HOUR;
                    for (long asOf = 0; asOf <= end; asOf += 12 * HOUR) {
                        if (asOf >= span.getLong(1)) {
                            String machine = span.getString(0);
                            labels.put(
                                    machine + "@" + (asOf - START) / HOUR,
                                    FailureOracle.label(
                                            DAY,
                                            failures.getOrDefault(machine, List.of()),
                                            maintenance.getOrDefault(machine, List.of()),
                                            history.minimumRepair().toNanos() / 1000,
                                            end,
                                            asOf));
                        }
                    }
                });
        return labels;
    }

    private static Map<String, List<Happening>> happenings(FleetHistory history, Dataset<Row> table) {
        Map<String, List<Happening>> byMachine = new TreeMap<>();
        table.selectExpr("machine_id", "unix_micros(event_time)", "component")
                .collectAsList()
                .forEach(row -> byMachine
                        .computeIfAbsent(row.getString(0), machine -> new ArrayList<>())
                        .add(new Happening(row.getLong(1), history.components().indexOf(row.getString(2)))));
        return byMachine;
    }

    private static Map<String, String> statuses(LabelTable labels) {
        return statuses(labels, START);
    }

    private static Map<String, String> statuses(LabelTable labels, long origin) {
        Map<String, String> statuses = new TreeMap<>();
        labels.rows()
                .selectExpr("machine_id", "unix_micros(as_of)", "label_status")
                .collectAsList()
                .forEach(row ->
                        statuses.put(row.getString(0) + "@" + (row.getLong(1) - origin) / HOUR, row.getString(2)));
        return statuses;
    }

    private static Map<String, String> lives(RemainingLife life, FleetHistory history) {
        Map<String, String> lives = new TreeMap<>();
        life.on(history, GRID)
                .selectExpr("machine_id", "unix_micros(as_of)", "rul_hours", "rul_censored")
                .collectAsList()
                .forEach(row -> lives.put(
                        row.getString(0) + "@" + (row.getLong(1) - START) / HOUR,
                        row.getDouble(2) + " " + row.getBoolean(3)));
        return lives;
    }

    private static String[] keys(String machine, int... hours) {
        return java.util.Arrays.stream(hours)
                .mapToObj(hour -> machine + "@" + hour)
                .toArray(String[]::new);
    }

    private static String key(Row row) {
        return row.getString(0) + "@" + (row.getTimestamp(1).getTime() * 1000 - START) / HOUR;
    }

    private static String text(Row row) {
        return row.getString(2) + " " + row.getString(3) + " " + row.getList(4) + " "
                + (row.isNullAt(5) ? "null" : Math.round(row.getDouble(5) * HOUR));
    }

    private static String text(FailureOutcome outcome) {
        List<String> names = outcome.components().stream().map(COMPONENTS::get).toList();
        return outcome.isPositive()
                ? "POSITIVE " + names.get(0) + " " + names + " " + outcome.microsToFailure()
                : outcome.status() + " null [] null";
    }
}
