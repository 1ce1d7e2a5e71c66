package io.github.pdmspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowStatisticTest {

    private static final long MINUTE = 60_000_000L;

    @Test
    void equalValuesDeviateByExactlyZero() {
        for (double value : List.of(0.1, 1e6 + 0.1, -1.0 / 3, 1e300)) {
            assertThat(of(Statistic.STDDEV, value, value, value, value, value)).isZero();
        }
    }

    @Test
    void deviationNeedsTwoValues() {
        assertThat(of(Statistic.STDDEV, 5)).isNaN();
        assertThat(of(Statistic.STDDEV, 5, 7)).isEqualTo(Math.sqrt(2));
    }

    @Test
    void tinyDeviationFarFromZeroIsExact() {
        assertThat(of(Statistic.STDDEV, 1e9 + 0.25, 1e9, 1e9 + 0.25, 1e9)).isEqualTo(Math.sqrt(0.0625 / 3));
    }

    @Test
    void varianceIsNeverNegative() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            double level = random.nextGaussian() * Math.pow(10, random.nextInt(12));
            double next = Math.nextUp(level);
            assertThat(of(Statistic.STDDEV, level, next, level, level, next)).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void cancellingValuesKeepTheirSmallSum() {
        assertThat(of(Statistic.SUM, 1e17, 1, -1e17, 1)).isEqualTo(2);
        assertThat(of(Statistic.MEAN, 1e17, 1, -1e17, 1)).isEqualTo(0.5);
    }

    @Test
    void whatADoubleCannotHoldIsNull() {
        assertThat(of(Statistic.SUM, Double.MAX_VALUE, Double.MAX_VALUE)).isNaN();
        assertThat(of(Statistic.RANGE, Double.MAX_VALUE, -Double.MAX_VALUE)).isNaN();
    }

    @Test
    void largestOfSimultaneousValuesIsTheLast() {
        for (double[] values : List.of(new double[] {3, 7, 5}, new double[] {7, 3, 5}, new double[] {5, 3, 7})) {
            double[] state = {0, 0};
            Latest.INSTANCE.clear(state, 0);
            for (double value : values) {
                Latest.INSTANCE.add(state, 0, 1_000, value);
            }
            assertThat(state[Latest.VALUE]).isEqualTo(7);
        }
    }

    @Test
    void steadyValuesHaveExactlyNoSlope() {
        for (double value : List.of(0.1, 1e6 + 0.1, -1.0 / 3, 1e200)) {
            Random random = new Random(11);
            double[] state = new double[TimeMoments.INSTANCE.size()];
            TimeMoments.INSTANCE.clear(state, 0);
            for (int i = 0; i < 20_000; i++) {
                long time = 1_425_000_000_000_000L + random.nextLong(1000 * 1440 * MINUTE);
                TimeMoments.INSTANCE.add(state, 0, time, value);
            }
            assertThat(TimeMoments.slope(state, 0)).isZero();
        }
    }

    @Test
    void windowWithoutAValueIsNullOrCountsNothing() {
        for (Statistic statistic : Statistic.values()) {
            Double expected =
                    switch (statistic) {
                        case COUNT, COVERAGE -> 0.0;
                        case MISSING -> 1.0;
                        default -> Double.NaN;
                    };
            assertThat(of(statistic, Double.NaN, Double.NaN))
                    .as(statistic.name())
                    .isEqualTo(expected);
        }
    }

    /** One value a minute, oldest first, in the hour before the prediction time. */
    private static double of(Statistic statistic, double... values) {
        FeatureKernel kernel = FeatureKernel.of(new FeatureSpec(
                Cadence.every(Duration.ofHours(2)),
                List.of(new RollingStatistic(statistic, List.of("v"), List.of(Duration.ofMinutes(7)))),
                Optional.of(Duration.ofMinutes(1)),
                0.8));
        TileFolder folder = kernel.folder(Long.MAX_VALUE);
        for (int i = 0; i < values.length; i++) {
            long time = (i - values.length) * MINUTE;
            folder.add("m", time, time, new double[] {values[i]});
        }
        MachineRecords machine = kernel.machine();
        folder.drain().forEachRemaining(block -> machine.addTiles(block.bytes()));
        MachineSweep sweep = machine.sweep(new SweepRange.Between(0, 0));
        assertThat(sweep.next()).isTrue();
        return sweep.value(0);
    }
}
