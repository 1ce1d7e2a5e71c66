package io.github.pdmspark.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.evaluation.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CensoredBrierTest {

    @Test
    void equalsTheOracleThatCountsByHand() {
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            int count = 1 + random.nextInt(20);
            List<SeenLife> lives = RandomLives.lives(random, count);
            double[] survival = RandomLives.numbers(random, count);
            double time = random.nextInt(8);

            Metric score = CensoredBrier.of(lives).at(time, survival);

            double expected = oracle(lives, time, survival);
            if (Double.isNaN(expected)) {
                assertThat(score.reason()).isPresent();
            } else {
                assertThat(score.value().orElseThrow()).as("round %d", round).isCloseTo(expected, within(1e-12));
            }
        }
    }

    private static double oracle(List<SeenLife> lives, double time, double[] survival) {
        if (observed(lives, time, true) == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < survival.length; i++) {
            SeenLife life = lives.get(i);
            if (life.length() > time) {
                sum += Math.pow(1 - survival[i], 2) / observed(lives, time, true);
            } else if (life.ending() == Ending.FAILED) {
                sum += Math.pow(survival[i], 2) / observed(lives, life.length(), false);
            }
        }
        return sum / survival.length;
    }

    /** The censoring survival: multiplies over every whole length, as lives here are whole numbers. */
    private static double observed(List<SeenLife> lives, double time, boolean including) {
        double product = 1;
        for (int u = 0; including ? u <= time : u < time; u++) {
            int length = u;
            long atRisk = lives.stream()
                    .filter(life ->
                            life.length() > length || (life.length() == length && life.ending() == Ending.CENSORED))
                    .count();
            long ended = lives.stream()
                    .filter(life -> life.length() == length && life.ending() == Ending.CENSORED)
                    .count();
            product *= atRisk == 0 ? 1 : 1 - (double) ended / atRisk;
        }
        return product;
    }

    @Test
    void withoutCensoringItIsTheOrdinaryBrierScore() {
        List<SeenLife> lives = List.of(SeenLife.failed(1), SeenLife.failed(5), SeenLife.failed(9));

        double score = CensoredBrier.of(lives)
                .at(5, new double[] {0.2, 0.4, 0.9})
                .value()
                .orElseThrow();

        assertThat(score).isCloseTo((0.04 + 0.16 + 0.01) / 3, within(1e-15));
    }

    /** The reason for the weights: random censoring must not move the expected score. */
    @Test
    void randomCensoringHardlyMovesTheScore() {
        Random random = new Random(11);
        double[] full = random.doubles(20_000).map(u -> -Math.log(u) * 10).toArray();
        List<SeenLife> seen = Arrays.stream(full).mapToObj(SeenLife::failed).toList();
        List<SeenLife> cut = Arrays.stream(full)
                .mapToObj(life -> {
                    double end = -Math.log(random.nextDouble()) * 15;
                    return life <= end ? SeenLife.failed(life) : SeenLife.censored(end);
                })
                .toList();
        double[] survival = new double[full.length];
        Arrays.fill(survival, Math.exp(-0.5));

        double complete = CensoredBrier.of(seen).at(5, survival).value().orElseThrow();
        double weighted = CensoredBrier.of(cut).at(5, survival).value().orElseThrow();

        assertThat(complete).isCloseTo(Math.exp(-0.5) * (1 - Math.exp(-0.5)), within(0.003));
        assertThat(weighted).isCloseTo(complete, within(0.006));
    }

    @Test
    void integralOfAStraightScoreIsItsMean() {
        List<SeenLife> lives =
                IntStream.rangeClosed(1, 4).mapToObj(SeenLife::failed).toList();
        SurvivalCurve half = new SurvivalCurve(List.of(1e-9, 4.0), List.of(0.5, 0.5));

        Metric mean = CensoredBrier.of(lives).integrated(List.of(1.0, 2.0, 3.0), List.of(half, half, half, half));

        assertThat(mean.value().orElseThrow()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void kaplanMeierOfTheTextbookExample() {
        KaplanMeier curve = KaplanMeier.ofLives(List.of(
                SeenLife.failed(6),
                SeenLife.failed(6),
                SeenLife.failed(6),
                SeenLife.censored(6),
                SeenLife.failed(7),
                SeenLife.censored(9),
                SeenLife.failed(10)));

        assertThat(curve.at(5.9)).isEqualTo(1);
        assertThat(curve.at(6)).isCloseTo(4 / 7.0, within(1e-15));
        assertThat(curve.before(7)).isCloseTo(4 / 7.0, within(1e-15));
        assertThat(curve.at(7)).isCloseTo(4 / 7.0 * 2 / 3, within(1e-15));
        assertThat(curve.at(10)).isZero();
    }
}
