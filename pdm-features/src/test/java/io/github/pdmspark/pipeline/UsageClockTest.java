package io.github.pdmspark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.table.TimeFormat;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cycles as the time axis: one cycle counts as one hour. */
@ExtendWith(LocalSpark.class)
class UsageClockTest {

    private static final Duration CYCLE = Duration.ofHours(1);

    @Test
    void windowsCountCycles(SparkSession spark) {
        FleetHistory history = FleetHistory.builder()
                .telemetry(Telemetry.from(spark.sql(
                                "select 'engine' unit, id cycle, cast(id * id as double) heat from range(1, 101)"))
                        .machineId("unit")
                        .time("cycle", TimeFormat.count(CYCLE))
                        .sensors("heat")
                        .sampledEvery(CYCLE))
                .maintenance(MaintenanceLog.from(spark.sql("select 'engine' unit, 60 cycle, 'fan' part"))
                        .machineId("unit")
                        .time("cycle", TimeFormat.count(CYCLE))
                        .component("part"))
                .build();
        FeaturePipeline pipeline = FeaturePipeline.builder()
                .every(CYCLE.multipliedBy(5))
                .rolling(Statistic.MEAN, Statistic.SLOPE)
                .over(CYCLE.multipliedBy(10))
                .quantiles(0)
                .over(CYCLE.multipliedBy(30))
                .timeSinceMaintenance()
                .usageSinceMaintenance("heat")
                .build();

        Row last = pipeline.on(history)
                .rows()
                .where("as_of = timestamp_seconds(80 * 3600)")
                .head();

        assertThat(last.<Double>getAs("heat_mean_10h")).isEqualTo((79 * 80 * 159 - 69 * 70 * 139) / 6 / 10.0);
        assertThat(last.<Double>getAs("heat_slope_per_hour_10h")).isCloseTo(149, within(1e-12));
        assertThat(last.<Double>getAs("heat_p0_30h")).isEqualTo(2_500);
        assertThat(last.<Double>getAs("hours_since_fan")).isEqualTo(20);
        assertThat(last.<Double>getAs("heat_since_fan")).isEqualTo(79 * 79 - 60 * 60);
    }
}
