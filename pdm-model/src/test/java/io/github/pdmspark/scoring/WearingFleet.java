package io.github.pdmspark.scoring;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Six machines for 30 days with a reading every 6 hours. Every 10 days one component fails, in turns; voltage rises for two
 * days before a pump, heat before a seal. A seventh machine never sends anything.
 */
public final class WearingFleet {

    /** First reading. */
    public static final Instant START = Instant.parse("2015-01-01T00:00:00Z");

    private static final int MACHINES = 6;
    private static final int DAYS = 30;
    private static final Duration STEP = Duration.ofHours(6);
    private static final Duration WARNING = Duration.ofDays(2);
    private static final StructType TELEMETRY = new StructType()
            .add("machine", DataTypes.StringType)
            .add("at", DataTypes.TimestampType)
            .add("volt", DataTypes.DoubleType)
            .add("heat.1", DataTypes.DoubleType);
    private static final StructType FAILURES = new StructType()
            .add("machine", DataTypes.StringType)
            .add("at", DataTypes.TimestampType)
            .add("component", DataTypes.StringType);

    private WearingFleet() {}

    /** All of it. */
    public static FleetHistory history(SparkSession spark) {
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(telemetry(spark).sensors("volt", "heat.1"))
                .failures(FailureLog.from(spark.createDataFrame(failures(), FAILURES))
                        .machineId("machine")
                        .time("at")
                        .component("component"))
                .machines(machines(spark))
                .build();
    }

    /** The same machines under other names of sensors. */
    public static FleetHistory renamed(SparkSession spark) {
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(readings(spark).withColumnRenamed("volt", "voltage"))
                        .machineId("machine")
                        .time("at")
                        .sensors("voltage", "heat.1")
                        .sampledEvery(Duration.ofHours(3)))
                .build();
    }

    /** Labels of the next three days on the features of a day. */
    public static LabelledDataset dataset(SparkSession spark) {
        FeaturePipeline features = FeaturePipeline.builder()
                .every(Duration.ofHours(12))
                .rolling(Statistic.MEAN, Statistic.LAST)
                .over(Duration.ofHours(24))
                .machineAttributes()
                .build();
        return LabelledDataset.of(history(spark), features, FailureLabel.within(Duration.ofDays(3)));
    }

    private static Telemetry telemetry(SparkSession spark) {
        return Telemetry.from(readings(spark)).machineId("machine").time("at").sampledEvery(STEP);
    }

    private static Machines machines(SparkSession spark) {
        return Machines.from(spark.sql("select concat('m', id) as machine, if(id % 2 = 0, 'A', 'B') as model,"
                        + " cast(if(id = 1, null, id) as double) as weight from range(1, 8)"))
                .machineId("machine")
                .categorical("model")
                .numeric("weight");
    }

    private static Dataset<Row> readings(SparkSession spark) {
        Random random = new Random(11);
        List<Row> rows = new ArrayList<>();
        for (int machine = 1; machine <= MACHINES; machine++) {
            for (Instant at = START; at.isBefore(START.plus(Duration.ofDays(DAYS))); at = at.plus(STEP)) {
                double volt = 100 + random.nextGaussian() + (wears(machine, at, "pump.1") ? 20 : 0);
                double heat = 50 + random.nextGaussian() + (wears(machine, at, "seal b") ? 20 : 0);
                rows.add(RowFactory.create("m" + machine, timestamp(at), volt, heat));
            }
        }
        return spark.createDataFrame(rows, TELEMETRY);
    }

    private static boolean wears(int machine, Instant at, String component) {
        return failures().stream()
                .filter(row -> row.getString(0).equals("m" + machine)
                        && row.getString(2).equals(component))
                .map(row -> row.getTimestamp(1).toInstant())
                .anyMatch(failure -> !at.isAfter(failure) && at.isAfter(failure.minus(WARNING)));
    }

    private static List<Row> failures() {
        List<Row> rows = new ArrayList<>();
        for (int machine = 1; machine <= MACHINES; machine++) {
            for (int i = 0; i < 3; i++) {
                Instant at = START.plus(Duration.ofDays(5 + 10L * i)).plus(Duration.ofHours(7L * machine));
                rows.add(RowFactory.create("m" + machine, timestamp(at), (machine + i) % 2 == 0 ? "pump.1" : "seal b"));
            }
        }
        return rows;
    }

    private static java.sql.Timestamp timestamp(Instant at) {
        return java.sql.Timestamp.from(at);
    }
}
