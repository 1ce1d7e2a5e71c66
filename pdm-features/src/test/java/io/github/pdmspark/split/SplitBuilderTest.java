package io.github.pdmspark.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.dataset.DatasetRows;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class SplitBuilderTest {

    private final LabelledDataset dataset;

    SplitBuilderTest(SparkSession spark) {
        dataset = new DatasetRows().negative("a", 0).dataset(spark, Duration.ofHours(24), Duration.ofDays(6), 1);
    }

    @Test
    void gapIsLeadPlusHorizonUnlessSaid() {
        TemporalSplit split = TemporalSplit.of(dataset).trainUntil("2015-10-01").testFrom("2015-10-01");
        assertThat(split.times().gap()).isEqualTo(Duration.ofDays(7));
        assertThat(split.times().lastTraining()).isEqualTo("2015-09-24T00:00:00Z");
        assertThat(split.calibrate()).isEmpty();
        assertThat(split).hasToString("train until 2015-10-01T00:00:00Z, test [2015-10-01T00:00:00Z, ...), gap PT168H");
    }

    @Test
    void gapCanBeLongerButNotShorter() {
        SplitBuilder split = TemporalSplit.of(dataset).trainUntil("2015-10-01");
        assertThat(split.withGap(Duration.ofDays(8))
                        .testFrom("2015-10-01")
                        .times()
                        .gap())
                .isEqualTo(Duration.ofDays(8));
        assertThat(split.withGap(Duration.ofDays(7))
                        .testFrom("2015-10-01")
                        .times()
                        .gap())
                .isEqualTo(Duration.ofDays(7));
        assertThatThrownBy(() -> split.withGap(Duration.ofDays(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gap (PT48H) is shorter than lead + horizon (PT168H): training labels would overlap the "
                        + "test period.\nUse withGap(Duration.ofDays(7)) or longer, or shorten the horizon.");
        assertThatThrownBy(() -> split.withGap(Duration.ofDays(7).minusNanos(1000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void testMayNotStartBeforeTrainingEnds() {
        SplitBuilder split = TemporalSplit.of(dataset).trainUntil("2015-10-01");
        assertThatThrownBy(() -> split.testFrom("2015-09-30T23:59:59.999999"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("testFrom (2015-09-30T23:59:59.999999Z) is before trainUntil (2015-10-01T00:00:00Z): the "
                        + "test period would overlap what the model has seen.\n"
                        + "Use testFrom(\"2015-10-01T00:00:00Z\") or later.");
    }

    @Test
    void testMayNotStartBeforeCalibrationEnds() {
        SplitBuilder split = TemporalSplit.of(dataset).trainUntil("2015-10-01").calibrateUntil("2015-11-01");
        assertThatThrownBy(() -> split.testFrom("2015-10-31"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "testFrom (2015-10-31T00:00:00Z) is before calibrateUntil (2015-11-01T00:00:00Z)");
        assertThat(split.testFrom("2015-11-01").times().calibrateUntil())
                .contains(Instant.parse("2015-11-01T00:00:00Z"));
    }

    @Test
    void calibrationNeedsRoomForItsOwnGap() {
        SplitBuilder split = TemporalSplit.of(dataset).trainUntil("2015-10-01");
        assertThatThrownBy(() -> split.calibrateUntil("2015-10-07").testFrom("2015-11-01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("calibrateUntil (2015-10-07T00:00:00Z) is less than the gap (PT168H) after trainUntil "
                        + "(2015-10-01T00:00:00Z): no row could calibrate.\n"
                        + "Use calibrateUntil(\"2015-10-08T00:00:00Z\") or later.");
        assertThat(split.calibrateUntil("2015-10-08").testFrom("2015-11-01").calibrate())
                .isPresent();
    }

    @Test
    void testPeriodCanEnd() {
        TemporalSplit split = TemporalSplit.of(dataset).trainUntil("2015-10-01").testFrom("2015-11-01");
        assertThat(split.testUntil("2015-12-01").times().test()).isEqualTo(TimeRange.of("2015-11-01", "2015-12-01"));
        assertThatThrownBy(() -> split.testUntil("2015-11-01")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void trainingNeedsAnEnd() {
        assertThatThrownBy(() -> TemporalSplit.of(dataset).testFrom("2015-11-01"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trainUntil(...)");
    }

    @Test
    void holdOutIsAShare() {
        TemporalSplit split = TemporalSplit.of(dataset).trainUntil("2015-10-01").testFrom("2015-11-01");
        for (int percent : new int[] {-1, 0, 100}) {
            assertThatThrownBy(() -> split.holdOutMachines(percent, 1))
                    .hasMessage("The share of machines to hold out is 1 to 99 percent, but it is " + percent + ".");
        }
        assertThatThrownBy(split::testOfUnseenMachines)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("holdOutMachines(20, 42L)");
    }
}
