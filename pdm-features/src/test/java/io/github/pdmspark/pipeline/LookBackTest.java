package io.github.pdmspark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class LookBackTest {

    private static final TimeRange LAST_DAY = TimeRange.of("2015-01-10", "2015-01-11");
    private static final Duration LOOK_BACK = Duration.ofDays(2);
    private static final FeaturePipeline PIPELINE = FeaturePipeline.builder()
            .every(Duration.ofHours(6))
            .rolling(Statistic.MEAN, Statistic.STDDEV, Statistic.COUNT)
            .over(Duration.ofHours(6), Duration.ofHours(24))
            .timeSinceMaintenance()
            .build();

    private final SparkSession spark;

    @TempDir
    private Path folder;

    private FleetHistory history;

    LookBackTest(SparkSession spark) {
        this.spark = spark;
    }

    /** Ten days of two machines; every seventh reading is known nine hours late; one maintenance on the first day. */
    @BeforeEach
    void store() {
        spark.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        Dataset<Row> telemetry = spark.range(480)
                .selectExpr(
                        "id % 2 AS machine",
                        "timestamp_seconds(1420070400 + 3600 * (id div 2)) AS time",
                        "timestamp_seconds(1420070400 + 3600 * (id div 2) + if(id % 7 = 0, 32400, 0)) AS known",
                        "sin(id) AS volt");
        telemetry.repartition(1).write().mode(SaveMode.Overwrite).parquet(path("telemetry"));
        history = FleetHistory.builder()
                .telemetry(Telemetry.from(spark.read().parquet(path("telemetry")))
                        .machineId("machine")
                        .time("time")
                        .knownAt("known")
                        .sensors("volt")
                        .sampledEvery(Duration.ofHours(1)))
                .maintenance(MaintenanceLog.from(spark.sql(
                                "SELECT 1 AS machine, timestamp_seconds(1420074000) AS time, 'comp1' AS comp"))
                        .machineId("machine")
                        .time("time")
                        .component("comp"))
                .build();
    }

    @Test
    void valuesAreThoseOfTheWholeHistory() {
        Dataset<Row> whole = PIPELINE.over(history, LAST_DAY).rows();
        Dataset<Row> recent = PIPELINE.over(history, LAST_DAY, LOOK_BACK).rows();

        assertThat(recent.orderBy("machine_id", "as_of").collectAsList())
                .hasSize(8)
                .isEqualTo(whole.orderBy("machine_id", "as_of").collectAsList());
        assertThat(recent.where("feature_status = 'OK' AND never_comp1 = 0").count())
                .isPositive();
    }

    @Test
    void bothEndsOfTheRangeReachTheScan() {
        spark.conf().set("spark.sql.maxMetadataStringLength", "1000");
        String plan = PIPELINE.over(history, LAST_DAY, LOOK_BACK)
                .rows()
                .queryExecution()
                .executedPlan()
                .toString();

        assertThat(plan).contains("GreaterThanOrEqual(time,2015-01-08", "LessThan(time,2015-01-11");
    }

    @Test
    void planSaysWhichReadingsAreRead() {
        assertThat(PIPELINE.over(history, LAST_DAY, LOOK_BACK).explainPlan())
                .contains("readings of [2015-01-08T00:00:00Z, 2015-01-11T00:00:00Z)");
        assertThat(PIPELINE.over(history, LAST_DAY).explainPlan()).doesNotContain("readings of");
    }

    @Test
    void lookBackIsLongerThanTheLongestWindow() {
        assertThatThrownBy(() -> PIPELINE.over(history, LAST_DAY, Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("look-back (PT24H) is not longer than the longest window (PT24H)");
    }

    @Test
    void rangeHasAnEnd() {
        assertThatThrownBy(() -> PIPELINE.over(history, TimeRange.from("2015-01-10"), LOOK_BACK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a range with an end");
    }

    @Test
    void featuresThatReadBackToAMaintenanceHaveNoLookBack() {
        FeaturePipeline pipeline = FeaturePipeline.builder()
                .every(Duration.ofHours(6))
                .usageSinceMaintenance("volt")
                .build();
        assertThatThrownBy(() -> pipeline.over(history, LAST_DAY, LOOK_BACK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no look-back is long enough");
    }

    private String path(String table) {
        return folder.resolve(table).toString();
    }
}
