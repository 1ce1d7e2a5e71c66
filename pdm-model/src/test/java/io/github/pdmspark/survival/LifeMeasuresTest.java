package io.github.pdmspark.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.evaluation.Share;
import io.github.pdmspark.survival.Prognosis.Step;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LifeMeasuresTest {

    /** The check values of the challenge's score. */
    @Test
    void phm08PunishesLateWarningsMore() {
        assertThat(phm08(10)).isCloseTo(1.71828, within(5e-6));
        assertThat(phm08(-10)).isCloseTo(1.15811, within(5e-6));
        assertThat(phm08(0)).isZero();
    }

    private static double phm08(double d) {
        return LifeErrors.of(new double[] {50 + d}, new double[] {50})
                .phm08()
                .value()
                .orElseThrow();
    }

    @Test
    void errorsEqualTheOracle() {
        Random random = new Random(6);
        for (int round = 0; round < 100; round++) {
            int count = 1 + random.nextInt(30);
            double[] predicted = random.doubles(count, 0, 150).toArray();
            double[] truth = random.doubles(count, 0, 150).toArray();
            double squares = 0;
            double score = 0;
            for (int i = 0; i < count; i++) {
                double d = predicted[i] - (truth[i] > 125 ? 125 : truth[i]);
                squares += d * d;
                score += d < 0 ? Math.exp(-d / 13) - 1 : Math.exp(d / 10) - 1;
            }

            LifeErrors errors = LifeErrors.againstCapped(predicted, truth, 125);

            assertThat(errors.rootMeanSquare().value().orElseThrow())
                    .isCloseTo(Math.sqrt(squares / count), within(1e-9));
            assertThat(errors.phm08().value().orElseThrow()).isCloseTo(score, within(1e-9 * (1 + score)));
        }
    }

    @Test
    void capChangesTheTruthOnly() {
        LifeErrors uncapped = LifeErrors.of(new double[] {120}, new double[] {145});
        LifeErrors capped = LifeErrors.againstCapped(new double[] {120}, new double[] {145}, 125);

        assertThat(uncapped.bias().value()).hasValue(-25);
        assertThat(capped.bias().value()).hasValue(-5);
        assertThat(capped.meanAbsolute().value()).hasValue(5);
        assertThat(LifeErrors.of(new double[0], new double[0]).rootMeanSquare().reason())
                .hasValue("there are no lives");
    }

    @Test
    void coverageCountsBothEndsAndOpenIntervals() {
        IntervalCoverage coverage = IntervalCoverage.of(
                new double[] {10, 10, 10, 10, 10},
                new double[] {20, 20, 20, 20, Double.POSITIVE_INFINITY},
                new double[] {10, 20, 9, 21, 500});

        assertThat(coverage.inside()).isEqualTo(new Share(3, 5));
        assertThat(coverage.below()).isEqualTo(1);
        assertThat(coverage.above()).isEqualTo(1);
        assertThat(coverage.meanWidth().value()).hasValue(10);
    }

    @Test
    void accuracyIsJudgedAtItsPlaceOnTheWay() {
        Prognosis prognosis = new Prognosis(
                List.of(new Step(100, 80), new Step(60, 60), new Step(55, 40), new Step(19, 20), new Step(0, 0)));

        assertThat(prognosis.isAccurate(0.2, 0)).isFalse();
        assertThat(prognosis.isAccurate(0.2, 0.25)).isTrue();
        assertThat(prognosis.isAccurate(0.2, 0.5)).isFalse();
        assertThat(prognosis.isAccurate(0.4, 0.5)).isTrue();
        assertThat(prognosis.isAccurate(0.2, 0.7)).isTrue();
        assertThat(Prognosis.accuracy(List.of(prognosis, prognosis), 0.2, 0.5)).isEqualTo(new Share(0, 2));
    }

    @Test
    void horizonBeginsWhereThePredictionStaysInTheBand() {
        Prognosis prognosis = new Prognosis(
                List.of(new Step(81, 80), new Step(60, 60), new Step(55, 40), new Step(19, 20), new Step(1, 0)));

        assertThat(prognosis.horizon(0.05, 100).value()).hasValue(20);
        assertThat(prognosis.horizon(0.15, 100).value()).hasValue(80);
        assertThat(prognosis.horizon(0.005, 100).reason()).isPresent();
    }

    @Test
    void curveGivesTheTimeByWhichAShareHasFailed() {
        SurvivalCurve curve = SurvivalCurve.ofHazards(List.of(1.0, 3.0, 7.0), List.of(0.2, 0.5, 0.25));

        assertThat(curve.survival()).containsExactly(0.8, 0.4, 0.30000000000000004);
        assertThat(curve.at(0)).isEqualTo(1);
        assertThat(curve.at(2)).isCloseTo(0.6, within(1e-15));
        assertThat(curve.at(100)).isCloseTo(0.3, within(1e-15));
        assertThat(curve.quantile(0.1).orElseThrow()).isCloseTo(0.5, within(1e-15));
        assertThat(curve.quantile(0.5).orElseThrow()).isCloseTo(2.5, within(1e-15));
        assertThat(curve.quantile(0.9)).isEmpty();
    }

    @Test
    void certainFailureEndsTheCurve() {
        SurvivalCurve curve = SurvivalCurve.ofHazards(List.of(2.0, 4.0), List.of(0.0, 1.0));

        assertThat(curve.quantile(0.5).orElseThrow()).isEqualTo(3);
        assertThat(curve.quantile(0.999).orElseThrow()).isCloseTo(3.998, within(1e-12));
    }

    @Test
    void curveThatRisesIsRefused() {
        assertThatThrownBy(() -> new SurvivalCurve(List.of(1.0, 2.0), List.of(0.5, 0.6)))
                .hasMessageContaining("probabilities fall");
        assertThatThrownBy(() -> new SurvivalCurve(List.of(2.0, 1.0), List.of(0.5, 0.4)))
                .hasMessageContaining("Ends must rise");
        assertThatThrownBy(() -> new Prognosis(List.of(new Step(1, 1), new Step(1, 2))))
                .hasMessageContaining("must fall from step to step");
    }
}
