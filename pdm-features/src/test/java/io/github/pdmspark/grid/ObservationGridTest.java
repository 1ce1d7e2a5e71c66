package io.github.pdmspark.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.label.SmallFleet;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class ObservationGridTest {

    private static final ObservationGrid TENS = ObservationGrid.every(Duration.of(10, ChronoUnit.MICROS));
    private static final long NEW_YEAR = Micros.of(Instant.parse("2015-01-01T00:00:00Z"));
    private static final long HOUR = 3_600_000_000L;

    @Test
    void firstReadingAndEndAreGridTimesWhenTheyAreOnTheGrid() {
        assertThat(TENS.timesMicros(10, 30)).containsExactly(10L, 20L, 30L);
        assertThat(TENS.timesMicros(11, 30)).containsExactly(20L, 30L);
        assertThat(TENS.timesMicros(10, 29)).containsExactly(10L, 20L);
        assertThat(TENS.timesMicros(9, 31)).containsExactly(10L, 20L, 30L);
    }

    @Test
    void offsetShiftsEveryTime() {
        ObservationGrid shifted = TENS.withOffset(Duration.of(3, ChronoUnit.MICROS));
        assertThat(shifted.timesMicros(0, 25)).containsExactly(3L, 13L, 23L);
        assertThat(shifted.timesMicros(-8, 0)).containsExactly(-7L);
    }

    @Test
    void spanBetweenTwoGridTimesHasNone() {
        assertThat(TENS.timesMicros(11, 19)).isEmpty();
        assertThat(TENS.timesMicros(20, 10)).isEmpty();
    }

    @Test
    void endOfObservationIsOnePeriodAfterTheLastReading(SparkSession spark) {
        SmallFleet fleet = fleet().sampledEvery(Duration.ofHours(1));
        spansAre(spark, fleet, NEW_YEAR + 6 * HOUR, NEW_YEAR + 3 * HOUR);
    }

    @Test
    void withoutPeriodItIsTheLastReading(SparkSession spark) {
        spansAre(spark, fleet(), NEW_YEAR + 5 * HOUR, NEW_YEAR + 2 * HOUR);
    }

    @Test
    void declaredEndHoldsForAllMachines(SparkSession spark) {
        SmallFleet fleet = fleet().sampledEvery(Duration.ofHours(1)).observedUntil(NEW_YEAR + 9 * HOUR);
        spansAre(spark, fleet, NEW_YEAR + 9 * HOUR, NEW_YEAR + 9 * HOUR);
    }

    private static SmallFleet fleet() {
        return new SmallFleet()
                .reading("a", NEW_YEAR + 5 * HOUR)
                .reading("a", NEW_YEAR + 1)
                .reading("b", NEW_YEAR + 2 * HOUR)
                .failure("c", NEW_YEAR, "comp1");
    }

    private static void spansAre(SparkSession spark, SmallFleet fleet, long endOfA, long endOfB) {
        DatasetAssert.assertThat(ObservationGrid.spans(fleet.history(spark))
                        .selectExpr(
                                "machine_id",
                                "unix_micros(first_reading)",
                                "unix_micros(last_reading)",
                                "unix_micros(end_of_observation)"))
                .containsExactlyInAnyOrder(List.of(
                        RowFactory.create("a", NEW_YEAR + 1, NEW_YEAR + 5 * HOUR, endOfA),
                        RowFactory.create("b", NEW_YEAR + 2 * HOUR, NEW_YEAR + 2 * HOUR, endOfB)));
    }
}
