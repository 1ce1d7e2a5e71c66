package io.github.pdmspark.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.table.TimeFormat;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A press, read every hour from 1 to 12; its strokes are the square of the hour. Fan and belt have lives of their own. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class LifeDatasetTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final FleetHistory history;
    private final FeatureTable features;

    LifeDatasetTest(SparkSession spark) {
        history = FleetHistory.builder()
                .telemetry(Telemetry.from(spark.sql("select 'press' m, id t, cast(id * id as double) strokes,"
                                + " cast(if(id < 3, null, id) as double) late from range(1, 13)"))
                        .machineId("m")
                        .time("t", TimeFormat.count(HOUR))
                        .sensors("strokes", "late")
                        .sampledEvery(HOUR))
                .failures(FailureLog.from(spark.sql("select 'press' m, t, 'fan' part from values (4), (9) as v(t)"))
                        .machineId("m")
                        .time("t", TimeFormat.count(HOUR))
                        .component("part")
                        .minimumRepair(Duration.ZERO))
                .maintenance(MaintenanceLog.from(spark.sql("select 'press' m, t, part from values"
                                + " (4, 'fan'), (9, 'fan'), (6, 'belt'), (0, 'belt') as v(t, part)"))
                        .machineId("m")
                        .time("t", TimeFormat.count(HOUR))
                        .component("part"))
                .build();
        features = FeaturePipeline.builder()
                .every(HOUR)
                .rolling(Statistic.LAST)
                .over(HOUR.multipliedBy(2))
                .build()
                .on(history);
    }

    @Test
    void repairsAndReplacementsBeginNewLivesOfTheirComponentOnly() {
        Map<Long, String> lives = lives(LifeDataset.of(features, history));

        assertThat(history.components()).containsExactly("belt", "fan");
        assertThat(lives)
                .containsEntry(2L, "[4.0, 2.0] [true, false]")
                .containsEntry(4L, "[2.0, 0.0] [true, false]")
                .containsEntry(5L, "[1.0, 4.0] [true, false]")
                .containsEntry(7L, "[6.0, 2.0] [true, false]")
                .containsEntry(10L, "[3.0, 3.0] [true, true]")
                .containsEntry(13L, "[0.0, 0.0] [true, true]");
    }

    /** Strokes at t are those of the last reading before t: the fan of hour 7 fails at 9, with 64 strokes after 36. */
    @Test
    void usageCountsFromTheLastReadingBefore() {
        Map<Long, String> lives = lives(LifeDataset.byUsage(features, history, "strokes"));

        assertThat(lives)
                .containsEntry(2L, "[24.0, 8.0] [true, false]")
                .containsEntry(4L, "[16.0, 0.0] [true, false]")
                .containsEntry(7L, "[108.0, 28.0] [true, false]")
                .containsEntry(13L, "[0.0, 0.0] [true, true]")
                .containsEntry(1L, "null [true, false]");
        assertThat(LifeDataset.byUsage(features, history, "strokes").clock().unit())
                .isEqualTo("strokes");
    }

    @Test
    void withoutAReadingOfTheCounterThereIsNoLife() {
        Map<Long, String> lives = lives(LifeDataset.byUsage(features, history, "late"));

        assertThat(lives).containsEntry(3L, "null [true, false]").containsEntry(5L, "[1.0, 4.0] [true, false]");
        assertThatThrownBy(() -> LifeDataset.byUsage(features, history, "cycles"))
                .hasMessage("No sensor 'cycles' to count usage. Found: strokes, late.");
    }

    @Test
    void usableRowsHaveFullWindows() {
        Dataset<Row> usable = LifeDataset.of(features, history).usable().rows();

        assertThat(lives(LifeDataset.of(features, history))).hasSize(13);
        assertThat(usable.where("feature_status <> 'OK'").count()).isZero();
        assertThat(usable.count()).isEqualTo(11);
    }

    private static Map<Long, String> lives(LifeDataset data) {
        Map<Long, String> lives = new TreeMap<>();
        for (Row row : data.rows()
                .selectExpr(
                        "unix_seconds(as_of) div 3600",
                        "coalesce(cast(life as string), 'null')",
                        "cast(life_censored as string)")
                .collectAsList()) {
            lives.put(row.getLong(0), row.getString(1) + " " + row.getString(2));
        }
        return lives;
    }
}
