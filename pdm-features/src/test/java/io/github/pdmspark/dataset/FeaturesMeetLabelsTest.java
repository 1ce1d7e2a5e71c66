package io.github.pdmspark.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.label.SmallFleet;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real pipeline beside the real labels. */
@ExtendWith(LocalSpark.class)
class FeaturesMeetLabelsTest {

    private static final long HOUR = 3_600_000_000L;
    private static final long START = Micros.of(Instant.parse("2015-03-01T03:00:00Z"));
    private static final FailureLabel DAY = FailureLabel.within(Duration.ofHours(24));
    private static final FeaturePipeline PIPELINE = FeaturePipeline.builder()
            .every(Duration.ofHours(6))
            .offset(Duration.ofHours(1))
            .rolling(Statistic.COUNT)
            .over(Duration.ofHours(12))
            .build();

    private final SparkSession spark;

    FeaturesMeetLabelsTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void featuresAndLabelsHaveTheSameMachinesAndTimes() {
        FleetHistory history = fleet(70).history(spark);
        ObservationGrid grid = ObservationGrid.every(Duration.ofHours(6)).withOffset(Duration.ofHours(1));
        DatasetAssert.assertThat(PIPELINE.on(history).rows().select("machine_id", "as_of"))
                .hasSameRowsAs(DAY.on(history, grid).rows().select("machine_id", "as_of"));
    }

    /** P9: the failure moves into the interval of one row and out of the interval of another; no feature moves. */
    @Test
    void movingAFailureChangesLabelsAndNoFeature() {
        Dataset<Row> before =
                LabelledDataset.of(fleet(70).history(spark), PIPELINE, DAY).rows();
        Dataset<Row> after =
                LabelledDataset.of(fleet(64).history(spark), PIPELINE, DAY).rows();
        String[] features = {"machine_id", "as_of", "feature_status", "coverage", "volt_count_12h"};
        DatasetAssert.assertThat(before.selectExpr(features)).hasSameRowsAs(after.selectExpr(features));
        DatasetAssert.assertThat(positives(before)).hasRowCount(4);
        DatasetAssert.assertThat(positives(before).intersect(positives(after))).hasRowCount(3);
        DatasetAssert.assertThat(positives(after)).hasRowCount(4);
    }

    @Test
    void buildingADatasetRunsNothing() {
        FleetHistory history = fleet(70).history(spark);
        assertThat(QueryCount.of(spark, () -> LabelledDataset.of(history, PIPELINE, DAY)))
                .isZero();
    }

    @Test
    void datasetWithoutFailuresIsRefused() {
        FleetHistory history = new SmallFleet().reading("a", START).historyWithoutFailureLog(spark);
        assertThatThrownBy(() -> LabelledDataset.of(history, PIPELINE, DAY))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("PDM_NO_FAILURES");
    }

    private static Dataset<Row> positives(Dataset<Row> rows) {
        return rows.where("label_status = 'POSITIVE'").select("machine_id", "as_of");
    }

    /** Two machines, a with a reading an hour for 100 hours and a failure, b with a gap. */
    private static SmallFleet fleet(int hourOfFailure) {
        SmallFleet fleet = new SmallFleet().sampledEvery(Duration.ofHours(1));
        for (int hour = 0; hour < 100; hour++) {
            fleet.reading("a", START + hour * HOUR);
            if (hour < 20 || hour > 60) {
                fleet.reading("b", START + hour * HOUR + 1);
            }
        }
        return fleet.failure("a", START + hourOfFailure * HOUR, "comp1");
    }
}
