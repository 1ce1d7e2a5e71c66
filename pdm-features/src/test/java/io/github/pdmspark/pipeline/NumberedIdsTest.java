package io.github.pdmspark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.table.DuplicateRule;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that are whole numbers in their source travel as numbers; nothing else may show it. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class NumberedIdsTest {

    private static final String READINGS =
            "SELECT id %% 7 - 3 AS machine, timestamp_seconds(1420070400 + 3600 * (id div 7)) AS time, sin(id) AS volt"
                    + " FROM range(%d)";

    private final SparkSession spark;

    NumberedIdsTest(SparkSession spark) {
        this.spark = spark;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tinyint", "int", "bigint"})
    void wholeNumbersGiveTheRowsOfTheirTexts(String type) {
        Dataset<Row> numbers = readings().selectExpr("CAST(machine AS " + type + ") AS machine", "time", "volt");
        Dataset<Row> texts = readings().selectExpr("CAST(machine AS string) AS machine", "time", "volt");

        assertThat(history(numbers).numberedTelemetry()).isPresent();
        assertThat(history(texts).numberedTelemetry()).isEmpty();
        assertThat(rows(history(numbers), true)).hasSize(7 * 9).isEqualTo(rows(history(texts), true));
        assertThat(rows(history(numbers), false)).isEqualTo(rows(history(texts), false));
    }

    @Test
    void copiesAreRemovedFirst() {
        FleetHistory doubled = history(readings().union(readings()));

        assertThat(doubled.numberedTelemetry()).isEmpty();
        assertThat(rows(doubled, false)).isEqualTo(rows(history(readings()), false));
    }

    @Test
    void readingWithoutAnIdIsNotAmongThem() {
        Dataset<Row> withoutId =
                readings().union(spark.sql("SELECT CAST(NULL AS bigint), timestamp_seconds(1420070400), 1.0D"));

        assertThat(rows(history(withoutId), false)).isEqualTo(rows(history(readings()), false));
    }

    private Dataset<Row> readings() {
        return spark.sql(READINGS.formatted(7 * 48));
    }

    private FleetHistory history(Dataset<Row> telemetry) {
        return FleetHistory.builder()
                .telemetry(Telemetry.from(telemetry)
                        .machineId("machine")
                        .time("time")
                        .sensors("volt")
                        .maxRejectedShare(0.5)
                        .duplicates(DuplicateRule.KEEP_FIRST_KNOWN)
                        .sampledEvery(Duration.ofHours(1)))
                .maintenance(MaintenanceLog.from(
                                spark.sql("SELECT '-2' AS machine, timestamp_seconds(1420074000) AS time, 'c' AS comp"))
                        .machineId("machine")
                        .time("time")
                        .component("comp"))
                .machines(Machines.from(spark.sql("SELECT '3' AS machine, 12.0D AS age"))
                        .machineId("machine")
                        .numeric("age"))
                .build();
    }

    private static List<Row> rows(FleetHistory history, boolean quantiles) {
        FeaturePipelineBuilder builder = FeaturePipeline.builder()
                .every(Duration.ofHours(6))
                .rolling(Statistic.MEAN, Statistic.STDDEV)
                .over(Duration.ofHours(12))
                .timeSinceMaintenance()
                .machineAttributes();
        if (quantiles) {
            builder = builder.quantiles(0.5).over(Duration.ofHours(12));
        }
        return builder.build().on(history).rows().orderBy("machine_id", "as_of").collectAsList();
    }
}
