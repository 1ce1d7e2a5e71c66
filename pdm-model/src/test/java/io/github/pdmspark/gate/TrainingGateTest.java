package io.github.pdmspark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Three planted faults are found, each in its feature only; a clean fleet passes in silence. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class TrainingGateTest {

    private static final Instant START = Instant.parse("2015-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofHours(12);
    private static final Duration HORIZON = Duration.ofDays(3);
    private static final int MACHINES = 24;
    private static final int STEPS = 120;
    private static final int MOVED_FROM = 90;
    private static final StructType TELEMETRY = new StructType()
            .add("machine", DataTypes.StringType)
            .add("at", DataTypes.TimestampType)
            .add("volt", DataTypes.DoubleType)
            .add("heat", DataTypes.DoubleType)
            .add("told", DataTypes.DoubleType)
            .add("gap", DataTypes.DoubleType)
            .add("moved", DataTypes.DoubleType);

    @Test
    void plantedFaultsAreFoundAndOnlyThey(SparkSession spark, @TempDir Path folder) {
        GateReport report = TrainingGate.standard()
                .drift(0.25, 1)
                .before(split(spark, folder.resolve("all"), "volt", "heat", "told", "gap", "moved"));

        assertThat(report.findings())
                .as(report.toString())
                .extracting(each -> each.severity() + " " + each.rule() + " " + each.feature() + " " + each.component())
                .contains(
                        "FAILURE FEATURE_TELLS_FAILURE told_last_12h pump",
                        "FAILURE MISSING_TELLS_FAILURE gap_last_12h seal",
                        "FAILURE FEATURE_DRIFTED moved_last_12h ")
                .noneMatch(text -> text.contains("volt") || text.contains("heat"))
                .noneMatch(text -> text.contains("MISSING") && !text.contains("gap"))
                .noneMatch(text -> text.contains("DRIFTED") && !text.contains("moved"));
        assertThatThrownBy(report::requireOpen)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining(
                        "PDM_GATE_CLOSED FEATURE_TELLS_FAILURE 'told_last_12h' for pump: area 1.000, limit 0.995.")
                .hasMessageContaining("Fix: look whether it is written after the failure");
    }

    @Test
    void cleanFleetPassesInSilence(SparkSession spark, @TempDir Path folder) {
        GateReport report = TrainingGate.standard().before(split(spark, folder.resolve("clean"), "volt", "heat"));

        assertThat(report.findings()).as(report.toString()).isEmpty();
        assertThat(report.requireOpen().toString())
                .startsWith("Training gate: open, 4 features, 0 failures, 0 warnings");
    }

    @Test
    void limitsAreInOrder() {
        assertThatThrownBy(() -> TrainingGate.standard().area(0.9, 0.8))
                .hasMessage(
                        "A gate warns above 0 and fails at the same figure or a higher one, but the limits are 0.9 and"
                                + " 0.8.");
    }

    private static TemporalSplit split(SparkSession spark, Path folder, String... sensors) {
        FleetHistory history = FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(spark.createDataFrame(readings(), TELEMETRY))
                        .machineId("machine")
                        .time("at")
                        .sensors(sensors))
                .failures(FailureLog.from(spark.createDataFrame(
                                failures(),
                                new StructType()
                                        .add("machine", DataTypes.StringType)
                                        .add("at", DataTypes.TimestampType)
                                        .add("component", DataTypes.StringType)))
                        .machineId("machine")
                        .time("at")
                        .component("component"))
                .build();
        FeaturePipeline pipeline = FeaturePipeline.builder()
                .every(STEP)
                .rolling(Statistic.LAST, Statistic.MAX)
                .over(STEP)
                .build();
        LabelledDataset dataset = LabelledDataset.of(history, pipeline, FailureLabel.within(HORIZON));
        return TemporalSplit.of(dataset.materialized(folder.toString()))
                .trainUntil(at(MOVED_FROM - 6))
                .testFrom(at(MOVED_FROM));
    }

    /** {@code told} knows the pump's failures of the horizon, {@code gap} is silent before those of the seal. */
    private static List<Row> readings() {
        Random random = new Random(7);
        List<Row> rows = new ArrayList<>();
        for (int machine = 0; machine < MACHINES; machine++) {
            for (int i = 0; i < STEPS; i++) {
                boolean pump = isSoon(machine, i + 1, "pump");
                boolean seal = isSoon(machine, i + 1, "seal");
                double volt = random.nextGaussian() + (pump ? 1.5 : 0);
                Double gap = seal ? null : random.nextGaussian();
                double moved = random.nextGaussian() + (i >= MOVED_FROM - 1 ? 5 : 0);
                rows.add(RowFactory.create(
                        "m" + machine,
                        Timestamp.from(at(i)),
                        volt,
                        random.nextGaussian(),
                        pump ? 1.0 : 0.0,
                        gap,
                        moved));
            }
        }
        return rows;
    }

    private static boolean isSoon(int machine, int step, String component) {
        return failures().stream()
                .filter(row -> row.getString(0).equals("m" + machine)
                        && row.getString(2).equals(component))
                .map(row -> row.getTimestamp(1).toInstant())
                .anyMatch(time -> !time.isBefore(at(step)) && time.isBefore(at(step).plus(HORIZON)));
    }

    private static List<Row> failures() {
        List<Row> rows = new ArrayList<>();
        for (int machine = 0; machine < MACHINES; machine++) {
            for (int i = 0; i < 4; i++) {
                Instant time = at(10 + 30 * i + machine % 20).plus(Duration.ofHours(1));
                rows.add(
                        RowFactory.create("m" + machine, Timestamp.from(time), i % 2 == machine % 2 ? "pump" : "seal"));
            }
        }
        return rows;
    }

    private static Instant at(int step) {
        return START.plus(STEP.multipliedBy(step));
    }
}
