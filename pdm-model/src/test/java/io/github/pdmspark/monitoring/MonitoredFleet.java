package io.github.pdmspark.monitoring;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.mllib.DecisionTreeTrainer;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.scoring.WearingFleet;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** {@link WearingFleet} in operation: trained on its first half, failures reported late or not. */
final class MonitoredFleet {

    static final Instant TRAINED_UNTIL = WearingFleet.START.plus(Duration.ofDays(14));
    static final AlarmPolicy POLICY = AlarmPolicy.threshold(0.5).kOfN(1, 1);

    private MonitoredFleet() {}

    static ModelBundle bundle(SparkSession spark) {
        Instant lastAsOf = TRAINED_UNTIL.minus(Duration.ofDays(3)).plusNanos(1_000);
        return Training.with(DecisionTreeTrainer.builder().depth(4).seed(1).build())
                .on(WearingFleet.dataset(spark).between(TimeRange.of(WearingFleet.START, lastAsOf)))
                .withPolicy(POLICY);
    }

    /** The same fleet; {@code knownAt} is SQL for when a failure became known. */
    static FleetHistory history(SparkSession spark, String knownAt) {
        FleetHistory fleet = WearingFleet.history(spark);
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(fleet.telemetry())
                        .machineId("machine_id")
                        .time("event_time")
                        .sensors("volt", "heat.1")
                        .sampledEvery(Duration.ofHours(6)))
                .failures(FailureLog.from(fleet.failures()
                                .selectExpr("machine_id", "event_time", "component", knownAt + " as known"))
                        .machineId("machine_id")
                        .time("event_time")
                        .knownAt("known")
                        .component("component"))
                .machines(Machines.from(fleet.machines())
                        .machineId("machine_id")
                        .categorical("model")
                        .numeric("weight"))
                .build();
    }

    /** What the model said every 12 hours, each time at once. */
    static Dataset<Row> scores(SparkSession spark, ModelBundle bundle) {
        return ScoringPipeline.of(bundle)
                .clock(Clock.fixed(Instant.parse("2015-02-05T00:00:00Z"), ZoneOffset.UTC))
                .runId("night")
                .score(
                        WearingFleet.history(spark),
                        TimeRange.of(TRAINED_UNTIL, WearingFleet.START.plus(Duration.ofDays(30))))
                .rows();
    }
}
