package io.github.pdmspark.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.distribution.Bins;
import io.github.pdmspark.distribution.Distribution;
import io.github.pdmspark.monitoring.FeatureDrift.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StabilityTest {

    private static final Bins DECILES = new Bins(0, 10, List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0));
    private static final int SEEDS = 2_000;

    @Test
    void indexIsTheSumByHand() {
        Distribution half = two(50, 50, 0, 0);

        double byHand = (0.25 - 0.5) * Math.log(0.25 / 0.5) + (0.75 - 0.5) * Math.log(0.75 / 0.5);
        assertThat(Stability.index(half, two(25, 75, 0, 0))).isCloseTo(byHand, within(1e-12));
        assertThat(Stability.index(half, half)).isZero();
        // A bin that was empty counts as 1 in 10,000.
        double floored = (0.5 - 1e-4) * Math.log(0.5 / 1e-4) + 2 * (0.25 - 0.5) * Math.log(0.25 / 0.5);
        assertThat(Stability.index(half, two(25, 25, 0, 50))).isCloseTo(floored, within(1e-12));
    }

    /** Independent rows of the same distribution: mean noise as the formula says, and no flag in 2,000 checks at any size. */
    @Test
    void unchangedRowsRaiseNoFlag() {
        for (int size : new int[] {100, 200, 1_000}) {
            int flagged = 0;
            double sum = 0;
            Distribution then = draw(new Random(1), 5_000, 1, 0);
            double noise = 0;
            for (int seed = 0; seed < SEEDS; seed++) {
                Distribution now = draw(new Random(100 + seed), size, 1, 0);
                flagged += FeatureDrift.between(then, now).isFlagged() ? 1 : 0;
                sum += Stability.index(then, now);
                noise += Stability.noise(then, now);
            }
            assertThat(flagged).as("flags of %d rows", size).isLessThanOrEqualTo(SEEDS / 1_000);
            if (size >= 200) {
                assertThat(sum / noise).as("index over noise at %d rows", size).isBetween(0.9, 1.15);
            }
        }
    }

    /** 40 machines with 25 equal rows each: the index is large by chance, but the rows are worth 40. */
    @Test
    void rowsOfFewMachinesThatRepeatEachOtherRaiseNoFlag() {
        int flagged = 0;
        int naive = 0;
        Distribution then = draw(new Random(1), 5_000, 1, 0);
        for (int seed = 0; seed < SEEDS; seed++) {
            Distribution now = draw(new Random(100 + seed), 40, 25, 0);
            flagged += FeatureDrift.between(then, now).isFlagged() ? 1 : 0;
            Distribution independent = new Distribution("x", DECILES, now.counts(), 1);
            naive += FeatureDrift.between(then, independent).isFlagged() ? 1 : 0;
        }
        assertThat(flagged).isLessThanOrEqualTo(SEEDS / 1_000);
        assertThat(naive).as("without the correction").isGreaterThan(SEEDS / 10);
    }

    @Test
    void plantedShiftIsFlagged() {
        Distribution then = draw(new Random(1), 5_000, 1, 0);

        int found = (int) IntStream.range(0, 200)
                .filter(seed -> FeatureDrift.between(then, draw(new Random(seed), 300, 1, 3))
                                .verdict()
                        == Verdict.SHIFTED)
                .count();

        assertThat(found).isGreaterThan(195);
    }

    @Test
    void missingAndOutOfRangeAreNamed() {
        Distribution then = two(500, 500, 0, 0);

        assertThat(FeatureDrift.between(then, two(400, 400, 0, 200)).verdict()).isEqualTo(Verdict.MISSING_MORE);
        assertThat(FeatureDrift.between(then, two(400, 400, 200, 0)).verdict()).isEqualTo(Verdict.OUT_OF_RANGE);
        assertThat(FeatureDrift.between(then, two(480, 480, 20, 20)).verdict()).isEqualTo(Verdict.STABLE);
        assertThat(FeatureDrift.between(two(400, 400, 0, 200), then).verdict()).isNotEqualTo(Verdict.MISSING_MORE);
    }

    @Test
    void fewRowsAreNoAllClear() {
        assertThat(FeatureDrift.between(two(500, 500, 0, 0), two(40, 40, 0, 0)).verdict())
                .isEqualTo(Verdict.TOO_FEW_ROWS);
        assertThat(FeatureDrift.between(two(500, 500, 0, 0), two(0, 0, 0, 0)).verdict())
                .isEqualTo(Verdict.TOO_FEW_ROWS);
    }

    private static Distribution two(long low, long high, long outside, long missing) {
        return new Distribution("x", new Bins(0, 2, List.of(1.0)), List.of(low, high, outside, missing), 1);
    }

    /** Machines in 20 groups, each with {@code repeats} equal rows; a shift moves values some deciles up. */
    private static Distribution draw(Random random, int machines, int repeats, int shift) {
        long[][] groups = new long[20][12];
        for (int machine = 0; machine < machines; machine++) {
            int bin = Math.min(9, random.nextInt(10) + shift);
            groups[random.nextInt(20)][bin] += repeats;
        }
        List<Long> counts = IntStream.range(0, 12)
                .mapToObj(bin ->
                        Arrays.stream(groups).mapToLong(group -> group[bin]).sum())
                .toList();
        return new Distribution("x", DECILES, counts, dispersion(groups));
    }

    /** Pearson's statistic of homogeneity over its degrees of freedom, written down again. */
    private static double dispersion(long[][] groups) {
        double total = Arrays.stream(groups).flatMapToLong(Arrays::stream).sum();
        double statistic = 0;
        int usedGroups = 0;
        int usedBins = 0;
        for (int bin = 0; bin < 12; bin++) {
            double ofBin = 0;
            for (long[] group : groups) {
                ofBin += group[bin];
            }
            usedBins += ofBin > 0 ? 1 : 0;
            for (long[] group : groups) {
                double expected = ofBin * Arrays.stream(group).sum() / total;
                statistic += expected > 0 ? Math.pow(group[bin] - expected, 2) / expected : 0;
            }
        }
        for (long[] group : groups) {
            usedGroups += Arrays.stream(group).sum() > 0 ? 1 : 0;
        }
        return Math.max(1, statistic / ((usedGroups - 1) * (usedBins - 1)));
    }
}
