package io.github.pdmspark.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreCorrectionTest {

    private static final CalibrationCurve SAME = new IsotonicCurve(List.of(0.0, 1.0), List.of(0.0, 1.0));

    @Test
    void downsamplingIsUndone() {
        double[] scores = {0.2, 0.5, 0.3};
        ScoreCorrection.of(0.1, Optional.empty()).apply(scores);
        double sum = 0.2 / 0.1 + 0.5 + 0.3;
        assertThat(scores[0]).isCloseTo(2.0 / sum, within(1e-15));
        assertThat(scores[1]).isCloseTo(0.5 / sum, within(1e-15));
        assertThat(ScoreCorrection.anyFailure(scores)).isCloseTo(0.1 * 0.8 / (0.1 * 0.8 - 0.8 + 1), within(1e-15));
    }

    @Test
    void componentsKeepWhatTheirCurvesSay() {
        double[] scores = {0.5, 0.3, 0.2};
        CalibrationCurve half = new IsotonicCurve(List.of(0.0, 1.0), List.of(0.0, 0.5));
        ScoreCorrection.of(1, Optional.of(new Calibration(CalibrationMethod.PLATT, List.of(half, SAME))))
                .apply(scores);
        assertThat(scores).containsExactly(new double[] {0.65, 0.15, 0.2}, within(1e-15));
    }

    @Test
    void probabilitiesAddUpToOneAtMost() {
        double[] scores = {0.2, 0.4, 0.4};
        CalibrationCurve sure = new IsotonicCurve(List.of(0.0), List.of(0.9));
        ScoreCorrection.of(1, Optional.of(new Calibration(CalibrationMethod.PLATT, List.of(sure, sure))))
                .apply(scores);
        assertThat(scores).containsExactly(0.0, 0.5, 0.5);
        assertThat(ScoreCorrection.anyFailure(scores)).isEqualTo(1);
    }

    @Test
    void plattOfSlopeOneChangesNothing() {
        PlattCurve curve = new PlattCurve(1, 0);
        assertThat(curve.probability(0.3)).isCloseTo(0.3, within(1e-15));
        assertThat(curve.probability(0)).isCloseTo(1e-6, within(1e-15));
    }

    @Test
    void topIsTheFirstOfTheLargest() {
        assertThat(ScoreCorrection.top(new double[] {0.9, 0.02, 0.04, 0.04})).isEqualTo(1);
    }
}
