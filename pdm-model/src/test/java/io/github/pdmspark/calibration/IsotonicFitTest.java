package io.github.pdmspark.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsotonicFitTest {

    @Test
    void fallingNeighboursArePooled() {
        CalibrationSample sample = new CalibrationSample()
                .add(0.1, 1, 0)
                .add(0.2, 1, 1)
                .add(0.4, 1, 0)
                .add(0.6, 2, 2);
        IsotonicCurve curve = (IsotonicCurve) CalibrationMethod.ISOTONIC.fit(sample);
        assertThat(curve).isEqualTo(new IsotonicCurve(List.of(0.1, 0.2, 0.4, 0.6), List.of(0.0, 0.5, 0.5, 1.0)));
        assertThat(curve.probability(0.3)).isEqualTo(0.5);
        assertThat(curve.probability(0.5)).isCloseTo(0.75, within(1e-15));
        assertThat(curve.probability(0.0)).isZero();
        assertThat(curve.probability(0.9)).isEqualTo(1.0);
    }

    /** The fitted value is the largest, over starts up to here, of the smallest mean of any stretch from there on to beyond here. */
    @Test
    void isTheMaxMinOfMeans() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            CalibrationSample sample = new CalibrationSample();
            int size = 1 + random.nextInt(12);
            for (int i = 0; i < size; i++) {
                int rows = 1 + random.nextInt(5);
                sample.add((i + 1) / 20.0, rows, random.nextInt(rows + 1));
            }
            CalibrationCurve curve = CalibrationMethod.ISOTONIC.fit(sample);
            for (int i = 0; i < size; i++) {
                assertThat(curve.probability(sample.score(i)))
                        .as("seed %d, score %d", seed, i)
                        .isCloseTo(maxMin(sample, i), within(1e-12));
            }
        }
    }

    private static double maxMin(CalibrationSample sample, int place) {
        double largest = 0;
        for (int from = 0; from <= place; from++) {
            double smallest = 1;
            for (int to = place; to < sample.size(); to++) {
                double rows = 0;
                double hits = 0;
                for (int i = from; i <= to; i++) {
                    rows += sample.rows(i);
                    hits += sample.positives(i);
                }
                smallest = Math.min(smallest, hits / rows);
            }
            largest = Math.max(largest, smallest);
        }
        return largest;
    }

    @Test
    void smallSamplesAreNotEnough() {
        CalibrationSample few = new CalibrationSample().add(0.1, 999, 60);
        CalibrationSample rare = new CalibrationSample().add(0.1, 5000, 49);
        CalibrationSample enough = new CalibrationSample().add(0.1, 1000, 50);
        assertThat(CalibrationMethod.ISOTONIC.isEnough(few)).isFalse();
        assertThat(CalibrationMethod.ISOTONIC.isEnough(rare)).isFalse();
        assertThat(CalibrationMethod.ISOTONIC.isEnough(enough)).isTrue();
        assertThat(CalibrationMethod.PLATT.isEnough(new CalibrationSample().add(0.1, 9, 0)))
                .isFalse();
        assertThat(CalibrationMethod.PLATT.isEnough(new CalibrationSample().add(0.1, 9, 9)))
                .isFalse();
    }

    @Test
    void fallingCurveIsRefused() {
        assertThatThrownBy(() -> new IsotonicCurve(List.of(0.1, 0.2), List.of(0.5, 0.4)))
                .hasMessageContaining("Point 1 of an isotonic curve, (0.2, 0.4)");
    }
}
