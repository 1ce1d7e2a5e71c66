package io.github.pdmspark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.DataFolder;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.ZoneOffset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Microsoft's published feature values for its own sample, to every printed digit. */
@ExtendWith(LocalSpark.class)
class AzureSampleTest {

    private static final double LAST_PRINTED_DIGIT = 0.5e-6;

    @Test
    void publishedMeansAreReproduced(SparkSession spark) {
        FleetHistory history = history(spark, DataFolder.named("azure-20x90"));
        FeaturePipeline pipeline = FeaturePipeline.builder()
                .every(Duration.ofHours(3))
                .rolling(Statistic.MEAN, Statistic.COUNT)
                .over(Duration.ofHours(3), Duration.ofHours(24))
                .build();

        Row three = row(pipeline, history, "2015-01-01T09:00");
        assertMean(three, "volt_mean_3h", 170.028993);
        assertMean(three, "rotate_mean_3h", 449.533798);
        assertMean(three, "pressure_mean_3h", 94.592122);
        assertMean(three, "vibration_mean_3h", 40.893502);
        assertThat(three.<Double>getAs("volt_count_3h")).isEqualTo(3);
        Row day = row(pipeline, history, "2015-01-02T06:00");
        assertMean(day, "volt_mean_24h", 169.733809);
        assertMean(day, "rotate_mean_24h", 445.179865);
        assertThat(day.<Double>getAs("volt_count_24h")).isEqualTo(24);
        assertThat(day.<String>getAs("feature_status")).isEqualTo("OK");
    }

    private static Row row(FeaturePipeline pipeline, FleetHistory history, String asOf) {
        return pipeline.over(history, TimeRange.of(asOf, asOf + ":01"))
                .rows()
                .where("machine_id = '1'")
                .head();
    }

    private static void assertMean(Row row, String column, double published) {
        assertThat(row.<Double>getAs(column)).as(column).isCloseTo(published, within(LAST_PRINTED_DIGIT));
    }

    private static FleetHistory history(SparkSession spark, String folder) {
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(CsvFiles.withCommas().read(spark, folder + "/telemetry.csv.gz"))
                        .machineId("machineID")
                        .time("datetime")
                        .sensors("volt", "rotate", "pressure", "vibration")
                        .sampledEvery(Duration.ofHours(1)))
                .build();
    }
}
