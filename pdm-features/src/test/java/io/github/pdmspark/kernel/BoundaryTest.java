package io.github.pdmspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.Comparison;
import io.github.pdmspark.feature.EventCount;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.LevelCrossings;
import io.github.pdmspark.feature.ReplacementCount;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.TimeSinceEvent;
import io.github.pdmspark.feature.TimeSinceMaintenance;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.feature.WindowComparison;
import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P7: a record is read iff {@code asOf - window <= event_time < asOf} and {@code known_at <= asOf}. */
class BoundaryTest {

    private static final long HOUR = 3_600_000_000L;
    private static final long AS_OF = 2_000 * 12 * HOUR;
    private static final FeatureSpec SPEC = new FeatureSpec(
            Cadence.every(Duration.ofHours(12)),
            List.of(
                    new RollingStatistic(Statistic.COUNT, List.of("volt"), List.of(Duration.ofHours(5))),
                    new EventCount(List.of("error1"), List.of(Duration.ofHours(5))),
                    new TimeSinceEvent(List.of("error1")),
                    new TimeSinceMaintenance(List.of("comp1")),
                    new ReplacementCount(List.of("comp1")),
                    new LevelCrossings(List.of("volt"), 0, List.of(Duration.ofHours(5))),
                    new WindowComparison(
                            Statistic.COUNT,
                            List.of("volt"),
                            Comparison.DIFFERENCE,
                            Window.of(Duration.ofHours(5)),
                            Window.of(Duration.ofHours(5)).before(Duration.ofHours(5)))),
            Optional.empty(),
            0.8);

    @ParameterizedTest
    @CsvSource({
        // event time and known time relative to asOf in microseconds; seen in the window; seen at all
        "-1,           0,           1, 1",
        "-1,           1,           0, 0",
        "0,            0,           0, 0",
        "1,            1,           0, 0",
        "-18000000000, 0,           1, 1",
        "-18000000001, 0,           0, 1",
        "-17999999999, 0,           1, 1",
        "-18000000000, 1,           0, 0",
        "-43200000001, -43200000001, 0, 1",
        "-60000000000, 0,           0, 1",
        "-36000000000, 0,           0, 1",
        "-36000000001, 0,           0, 1",
    })
    void recordIsReadExactlyInsideItsBorders(long eventTime, long knownAt, double inWindow, double ever) {
        MachineRecords machine = FeatureKernel.of(SPEC).machine();
        TileFolder folder = FeatureKernel.of(SPEC).folder(Long.MAX_VALUE);
        folder.add("m", AS_OF + eventTime, AS_OF + knownAt, new double[] {1});
        folder.drain().forEachRemaining(block -> machine.addTiles(block.bytes()));
        ReadingFolder kept = FeatureKernel.of(SPEC).readingFolder(Long.MAX_VALUE);
        kept.add("m", AS_OF + eventTime, AS_OF + knownAt, new double[] {1});
        kept.drain().forEach(block -> machine.addReadings(block.bytes()));
        machine.addError("error1", AS_OF + eventTime, AS_OF + knownAt);
        machine.addMaintenance("comp1", AS_OF + eventTime, AS_OF + knownAt);

        MachineSweep sweep = machine.sweep(new SweepRange.Between(AS_OF, AS_OF));

        assertThat(sweep.next()).isTrue();
        assertThat(sweep.asOf()).isEqualTo(AS_OF);
        double hours = ever == 1 ? -eventTime / 3.6e9 : Double.NaN;
        assertThat(List.of(0, 1, 2, 3, 4, 5, 6))
                .extracting(sweep::value)
                .containsExactly(inWindow, inWindow, hours, 1 - ever, hours, 1 - ever, ever);
        assertThat(sweep.value(7))
                .as("single readings")
                .isEqualTo(inWindow == 1 ? Double.valueOf(0) : Double.valueOf(Double.NaN));
        boolean justBefore = ever == 1 && inWindow == 0 && eventTime >= 2 * -18_000_000_000L;
        assertThat(sweep.value(8)).as("lagged window").isEqualTo(inWindow - (justBefore ? 1 : 0));
        assertThat(sweep.status() == FeatureStatus.NO_TELEMETRY).isEqualTo(ever == 0);
        assertThat(sweep.next()).isFalse();
    }
}
