package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusteredRowsTest {

    /** From rows and hits of each cluster. */
    private static ClusteredRows of(double[] rows, double[] hits) {
        double n = 0;
        double h = 0;
        double hh = 0;
        double hn = 0;
        double nn = 0;
        for (int i = 0; i < rows.length; i++) {
            n += rows[i];
            h += hits[i];
            hh += hits[i] * hits[i];
            hn += hits[i] * rows[i];
            nn += rows[i] * rows[i];
        }
        return new ClusteredRows(n, h, rows.length, hh, hn, nn);
    }

    @Test
    void rowsOfTheirOwnAreWorthThemselves() {
        double[] rows = IntStream.range(0, 100).mapToDouble(i -> 1).toArray();
        double[] hits = IntStream.range(0, 100).mapToDouble(i -> i < 20 ? 1 : 0).toArray();

        assertThat(of(rows, hits).effectiveRows()).isCloseTo(99, within(1.0));
        assertThat(of(rows, hits).interval().low())
                .isCloseTo(new Share(20, 100).interval().orElseThrow().low(), within(0.002));
    }

    @Test
    void copiesOfOneRowAreWorthOneRow() {
        double[] rows = IntStream.range(0, 100).mapToDouble(i -> 16).toArray();
        double[] hits =
                IntStream.range(0, 100).mapToDouble(i -> i < 20 ? 16 : 0).toArray();

        assertThat(of(rows, hits).effectiveRows()).isCloseTo(99, within(1.0));
    }

    @Test
    void withoutSpreadOnlyTheClustersCount() {
        assertThat(of(new double[] {50, 50}, new double[] {0, 0}).effectiveRows())
                .isEqualTo(2);
        assertThat(of(new double[] {50, 50}, new double[] {50, 50}).effectiveRows())
                .isEqualTo(2);
        assertThat(of(new double[] {50}, new double[] {20}).effectiveRows()).isEqualTo(1);
    }

    /** The interval holds the truth in about 95 of 100 samples of machines whose rows fail together. */
    @Test
    void intervalCoversTheTruth() {
        Random random = new Random(3);
        int covered = 0;
        for (int sample = 0; sample < 400; sample++) {
            double[] rows = new double[60];
            double[] hits = new double[60];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = 1 + random.nextInt(30);
                hits[i] = random.nextDouble() < 0.3 ? rows[i] : 0;
            }
            Interval interval = of(rows, hits).interval();
            covered += interval.low() <= 0.3 && 0.3 <= interval.high() ? 1 : 0;
        }
        assertThat(covered).isBetween(364, 396);
    }
}
