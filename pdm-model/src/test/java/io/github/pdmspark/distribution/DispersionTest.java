package io.github.pdmspark.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DispersionTest {

    @Test
    void independentRowsHaveNone() {
        double sum = 0;
        for (int seed = 0; seed < 50; seed++) {
            sum += Dispersion.of(groups(new Random(seed), 1));
        }
        // Values below 1 count as 1, so the mean lies a little above it.
        assertThat(sum / 50).isBetween(1.0, 1.15);
    }

    /** Seven equal rows of each machine are worth one. */
    @Test
    void rowsThatRepeatEachOtherCountOnce() {
        double sum = 0;
        for (int seed = 0; seed < 50; seed++) {
            sum += Dispersion.of(groups(new Random(seed), 7));
        }
        assertThat(sum / 50).isCloseTo(7, within(0.5));
    }

    @Test
    void oneGroupProvesNothing() {
        long[][] groups = new long[3][];
        groups[0] = new long[2];
        groups[1] = new long[] {30, 12};
        groups[2] = new long[2];

        assertThat(Dispersion.of(groups)).isEqualTo(42);
    }

    @Test
    void constantColumnVariesNowhere() {
        assertThat(Dispersion.of(new long[][] {{5, 0}, {9, 0}})).isEqualTo(1);
    }

    private static long[][] groups(Random random, int repeats) {
        long[][] groups = new long[20][10];
        for (int machine = 0; machine < 2_000; machine++) {
            groups[random.nextInt(20)][random.nextInt(10)] += repeats;
        }
        return groups;
    }
}
