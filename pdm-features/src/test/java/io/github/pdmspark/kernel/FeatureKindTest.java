package io.github.pdmspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.feature.CircularMean;
import io.github.pdmspark.feature.Comparison;
import io.github.pdmspark.feature.Cusum;
import io.github.pdmspark.feature.DecayedMean;
import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.OutlierCount;
import io.github.pdmspark.feature.RegimeNormalisation;
import io.github.pdmspark.feature.RegimeNormalisation.Regime;
import io.github.pdmspark.feature.RobustSlope;
import io.github.pdmspark.feature.RollingQuantile;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.SpectralEnergy;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.TumblingStatistic;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.feature.WindowComparison;
import io.github.pdmspark.feature.ZScore;
import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values that a book or a calculator gives. */
class FeatureKindTest {

    private static final long MINUTE = 60_000_000L;
    private static final List<String> V = List.of("v");
    private static final Window.Sliding HOUR_BEFORE =
            Window.of(Duration.ofMinutes(60)).before(Duration.ofMinutes(8));

    @Test
    void valueOfOneHalfLifeWeighsHalf() {
        Feature ewma = new DecayedMean(V, Duration.ofMinutes(1), minutes(10));

        assertThat(of(ewma, 10, 40)).isCloseTo((10 * 0.25 + 40 * 0.5) / 0.75, within(1e-12));
        assertThat(of(new DecayedMean(V, Duration.ofNanos(1_000), minutes(10)), 10, 40))
                .isEqualTo(40);
    }

    @Test
    void directionsAroundNorthMeanNorth() {
        Feature circular = new CircularMean(V, 360, minutes(10));

        assertThat(of(circular, 350, 20)).isCloseTo(5, within(1e-9));
        assertThat(of(circular, -10, 710)).isCloseTo(350, within(1e-9));
        assertThat(of(circular, 90, 270)).isNaN();
    }

    @Test
    void robustSlopeIgnoresAWildValue() {
        assertThat(of(new RobustSlope(V, minutes(10)), 1, 2, 3, 900, 5, 6)).isCloseTo(60, within(1e-9));
        assertThat(of(new RollingStatistic(Statistic.SLOPE, V, minutes(10)), 1, 2, 3, 4))
                .isCloseTo(60, within(1e-12));
    }

    @Test
    void robustSlopeOfManyValuesTakesEveryKthFromTheLatest() {
        double[] values = new Random(3).doubles(450).toArray();
        double[] third = new double[150];
        for (int i = 0; i < third.length; i++) {
            third[i] = values[449 - 3 * (third.length - 1 - i)];
        }

        double all = of(new RobustSlope(V, minutes(500)), values);
        double some = of(new RobustSlope(V, minutes(500)), third);

        assertThat(all).isCloseTo(some / 3, within(1e-12));
    }

    /** A spreadsheet's {@code PERCENTILE}. */
    @Test
    void quantilesAreInterpolated() {
        Feature quantiles = new RollingQuantile(V, List.of(0.0, 0.25, 0.5, 1.0), minutes(10));

        assertThat(values(quantiles, 4, 1, 3, 2)).containsExactly(1, 1.75, 2.5, 4);
        assertThat(values(quantiles, 7)).containsExactly(7, 7, 7, 7);
    }

    @Test
    void cusumAddsWhatExceedsTheSlack() {
        double[] values = new double[68];
        for (int i = 0; i < 60; i++) {
            values[i] = i % 2 == 0 ? 9 : 11;
        }
        double[] end = {11, 12, 12, 12, 8, 12, 13, 12};
        System.arraycopy(end, 0, values, 60, 8);
        double deviation = Math.sqrt(60.0 / 59);
        double up = 0;
        for (double value : end) {
            up = Math.max(0, up + (value - 10) / deviation - 0.5);
        }

        assertThat(of(new Cusum(V, minutes(8), HOUR_BEFORE, 0.5), values)).isCloseTo(up, within(1e-9));
        assertThat(of(new OutlierCount(V, minutes(8), HOUR_BEFORE, 2.5), values))
                .isEqualTo(1);
        assertThat(of(new ZScore(V, minutes(8), HOUR_BEFORE), values)).isCloseTo(1.5 / deviation, within(1e-12));
    }

    @Test
    void steadyPastGivesNoScore() {
        double[] steady = new double[68];
        Arrays.fill(steady, 0.1);
        steady[67] = 5;

        assertThat(of(new ZScore(V, minutes(8), HOUR_BEFORE), steady)).isNaN();
        assertThat(of(new Cusum(V, minutes(8), HOUR_BEFORE, 0.5), steady)).isNaN();
        assertThat(of(new OutlierCount(V, minutes(8), HOUR_BEFORE, 3), steady)).isNaN();
    }

    @Test
    void energyOfASineIsHalfItsSquaredAmplitudeInItsBandOnly() {
        double[] sine = IntStream.range(0, 60)
                .mapToDouble(i -> 5 + 3 * Math.sin(2 * Math.PI * i / 12))
                .toArray();

        assertThat(of(energy(12, 13), sine)).isCloseTo(4.5, within(1e-9));
        assertThat(of(energy(13, 60), sine)).isCloseTo(0, within(1e-9));
    }

    /** Parseval. */
    @Test
    void energiesOfAllBandsAreTheVariance() {
        double[] values = new Random(7).doubles(60).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 60;

        assertThat(of(energy(2, 61), values)).isCloseTo(variance, within(1e-12));
        assertThat(of(energy(2, 7), values) + of(energy(7, 61), values)).isCloseTo(variance, within(1e-12));
    }

    @Test
    void energyNeedsEveryReadingOfTheWindow() {
        double[] values = new Random(7).doubles(60).toArray();
        values[30] = Double.NaN;

        assertThat(of(energy(2, 61), values)).isNaN();
        assertThat(of(energy(2, 61), 1, 2, 3)).isNaN();
    }

    @Test
    void tumblingWindowIsTheLatestWholeOne() {
        Feature first = new TumblingStatistic(Statistic.FIRST, V, minutes(50));

        assertThat(of(first, IntStream.range(-120, 0).asDoubleStream().toArray()))
                .isEqualTo(-50);
        assertThat(valueAt(
                        7 * 60,
                        first,
                        IntStream.range(-120, 420).asDoubleStream().toArray()))
                .isEqualTo(350);
    }

    @Test
    void laggedWindowEndsAtItsLagThoughItIsNoMultipleOfTheStep() {
        Feature change = new WindowComparison(
                Statistic.LAST,
                V,
                Comparison.DIFFERENCE,
                Window.of(Duration.ofMinutes(60)),
                Window.of(Duration.ofMinutes(50)).before(Duration.ofMinutes(7)));

        assertThat(of(change, IntStream.range(-120, 0).asDoubleStream().toArray()))
                .isEqualTo(7);
    }

    /** 43,200 borders, so that a missing limit shows at once and not after millions of them. */
    @Test
    void tumblingWindowsWithTooManyBordersAreRefused() {
        FeatureSpec spec = new FeatureSpec(
                Cadence.every(Duration.ofHours(12)),
                List.of(new TumblingStatistic(Statistic.MEAN, V, List.of(Duration.ofSeconds(3_601)))),
                Optional.empty(),
                0);

        assertThatThrownBy(() -> FeatureKernel.of(spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one is a multiple of the other");
    }

    @Test
    void oddWindowCostsOneMoreTilePerStep() {
        List<Duration> odd = List.of(Duration.ofMinutes(433), Duration.ofHours(24), Duration.ofNanos(1_234_567_000));
        FeatureSpec spec = new FeatureSpec(
                Cadence.every(Duration.ofHours(1)),
                List.of(new RollingStatistic(Statistic.MEAN, V, odd)),
                Optional.empty(),
                0);

        assertThat(FeatureKernel.of(spec).tilesPerStep()).isEqualTo(3);
    }

    @Test
    void equallyNearRegimesGiveTheFirst() {
        RegimeNormalisation twins = new RegimeNormalisation(
                V,
                List.of(1.0),
                V,
                List.of(
                        new Regime(List.of(5.0), List.of(10.0), List.of(2.0)),
                        new Regime(List.of(5.0), List.of(99.0), List.of(2.0))));

        assertThat(at(0, new RollingStatistic(Statistic.MEAN, V, minutes(10)), Optional.of(twins), 8, 14))
                .containsExactly(0.5);
    }

    private static Feature energy(long shortest, long longest) {
        return new SpectralEnergy(V, Duration.ofMinutes(shortest), Duration.ofMinutes(longest), minutes(60));
    }

    private static List<Duration> minutes(long minutes) {
        return List.of(Duration.ofMinutes(minutes));
    }

    private static double of(Feature feature, double... values) {
        return values(feature, values)[0];
    }

    private static double[] values(Feature feature, double... values) {
        return at(0, feature, Optional.empty(), values);
    }

    private static double valueAt(long minute, Feature feature, double... values) {
        return at(minute, feature, Optional.empty(), values)[0];
    }

    /** One value a minute, oldest first, the last one a minute before the prediction time. */
    private static double[] at(
            long minute, Feature feature, Optional<RegimeNormalisation> normalisation, double... values) {
        FeatureKernel kernel = FeatureKernel.of(new FeatureSpec(
                Cadence.every(Duration.ofMinutes(60)),
                List.of(feature),
                Optional.of(Duration.ofMinutes(1)),
                0,
                normalisation));
        TileFolder tiles = kernel.folder(Long.MAX_VALUE);
        ReadingFolder readings = kernel.readingFolder(Long.MAX_VALUE);
        for (int i = 0; i < values.length; i++) {
            long time = (minute + i - values.length) * MINUTE;
            tiles.add("m", time, time, new double[] {values[i]});
            readings.add("m", time, time, new double[] {values[i]});
        }
        MachineRecords machine = kernel.machine();
        tiles.drain().forEachRemaining(block -> machine.addTiles(block.bytes()));
        readings.drain().forEach(block -> machine.addReadings(block.bytes()));
        MachineSweep sweep = machine.sweep(new SweepRange.Between(minute * MINUTE, minute * MINUTE));
        assertThat(sweep.next()).isTrue();
        return IntStream.range(0, feature.columnNames().size())
                .mapToDouble(sweep::value)
                .toArray();
    }
}
