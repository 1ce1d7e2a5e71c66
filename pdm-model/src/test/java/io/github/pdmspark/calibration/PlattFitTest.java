package io.github.pdmspark.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlattFitTest {

    /** With two distinct scores two parameters can meet both mean targets exactly: (N+ + 1)/(N+ + 2) and 1/(N- + 2). */
    @Test
    void twoScoresGetTheirMeanTargets() {
        CalibrationSample sample = new CalibrationSample().add(0.2, 10, 1).add(0.7, 10, 6);
        double high = 8.0 / 9;
        double low = 1.0 / 15;
        CalibrationCurve curve = CalibrationMethod.PLATT.fit(sample);
        assertThat(curve.probability(0.2)).isCloseTo((1 * high + 9 * low) / 10, within(1e-9));
        assertThat(curve.probability(0.7)).isCloseTo((6 * high + 4 * low) / 10, within(1e-9));
    }

    @Test
    void oneScoreGetsTheMeanTarget() {
        CalibrationCurve curve = CalibrationMethod.PLATT.fit(new CalibrationSample().add(0.5, 4, 1));
        assertThat(curve.probability(0.5)).isCloseTo((2.0 / 3 + 3 * 0.2) / 4, within(1e-9));
    }

    /** At the maximum the residuals are balanced, alone and weighted by the log odds: a check that knows no Newton. */
    @Test
    void residualsAreBalancedRowByRow() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            CalibrationSample sample = new CalibrationSample();
            for (int i = 0; i <= 40; i++) {
                int rows = 1 + random.nextInt(20);
                sample.add(i / 40.0, rows, random.nextInt(rows + 1));
            }
            PlattCurve curve = (PlattCurve) CalibrationMethod.PLATT.fit(sample);
            double[] residual = residuals(sample, curve);
            assertThat(residual[0]).as("seed %d", seed).isCloseTo(0, within(1e-7));
            assertThat(residual[1]).as("seed %d", seed).isCloseTo(0, within(1e-7));
        }
    }

    private static double[] residuals(CalibrationSample sample, PlattCurve curve) {
        double positives = sample.positives();
        double negatives = sample.rows() - positives;
        double[] sums = new double[2];
        for (int i = 0; i < sample.size(); i++) {
            double cut = Math.min(1 - 1e-6, Math.max(1e-6, sample.score(i)));
            double logOdds = Math.log(cut) - Math.log(1 - cut);
            for (long row = 0; row < sample.rows(i); row++) {
                double target = row < sample.positives(i) ? (positives + 1) / (positives + 2) : 1 / (negatives + 2);
                double gap = 1 / (1 + Math.exp(-curve.slope() * logOdds - curve.intercept())) - target;
                sums[0] += gap;
                sums[1] += gap * logOdds;
            }
        }
        return sums;
    }

    /** Plain labels would send the slope of separable data to infinity; Platt's targets do not. */
    @Test
    void separableScoresGetAFiniteCurve() {
        CalibrationSample sample = new CalibrationSample().add(0.0, 50, 0).add(1.0, 50, 50);
        CalibrationCurve curve = CalibrationMethod.PLATT.fit(sample);
        assertThat(curve.probability(0.0)).isCloseTo(1.0 / 52, within(1e-9));
        assertThat(curve.probability(1.0)).isCloseTo(51.0 / 52, within(1e-9));
    }
}
