package io.github.pdmspark.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConcordanceTest {

    @Test
    void equalsThePairwiseOracle() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            int count = random.nextInt(25);
            List<SeenLife> lives = RandomLives.lives(random, count);
            double[] predicted = RandomLives.numbers(random, count);

            assertThat(Concordance.of(predicted, lives)).as("round %d", round).isEqualTo(pairwise(predicted, lives));
        }
    }

    /** The definition: all ordered pairs, one by one. */
    private static Concordance pairwise(double[] predicted, List<SeenLife> lives) {
        long[] counts = new long[3];
        for (int i = 0; i < predicted.length; i++) {
            for (int j = 0; j < predicted.length; j++) {
                SeenLife first = lives.get(i);
                SeenLife second = lives.get(j);
                boolean known = first.ending() == Ending.FAILED
                        && (first.length() < second.length()
                                || (first.length() == second.length() && second.ending() == Ending.CENSORED));
                if (known) {
                    counts[predicted[i] < predicted[j] ? 0 : predicted[i] > predicted[j] ? 1 : 2]++;
                }
            }
        }
        return new Concordance(counts[0], counts[1], counts[2]);
    }

    @Test
    void perfectOrderIsOneReversedIsZeroAndConstantIsAHalf() {
        List<SeenLife> lives = List.of(SeenLife.failed(1), SeenLife.failed(2), SeenLife.censored(3));

        assertThat(Concordance.of(new double[] {1, 2, 3}, lives).index().value())
                .hasValue(1);
        assertThat(Concordance.of(new double[] {3, 2, 1}, lives).index().value())
                .hasValue(0);
        assertThat(Concordance.of(new double[] {9, 9, 9}, lives).index().value())
                .hasValue(0.5);
    }

    @Test
    void isInvariantUnderAnyRisingTransformOfThePredictions() {
        Random random = new Random(5);
        List<SeenLife> lives = RandomLives.lives(random, 60);
        double[] predicted = RandomLives.numbers(random, 60);
        double[] turned = java.util.Arrays.stream(predicted).map(Math::exp).toArray();

        assertThat(Concordance.of(turned, lives)).isEqualTo(Concordance.of(predicted, lives));
    }

    @Test
    void nothingFailedHasNoIndexButAReason() {
        List<SeenLife> lives = List.of(SeenLife.censored(1), SeenLife.censored(2));

        assertThat(Concordance.of(new double[] {1, 2}, lives).index().reason())
                .hasValueSatisfying(why -> assertThat(why).contains("no two lives have a known order"));
    }

    @Test
    void thousandsOfLivesTakeNoSquareOfTime() {
        int count = 200_000;
        Random random = new Random(8);
        double[] predicted = random.doubles(count).toArray();
        List<SeenLife> lives = java.util.Arrays.stream(predicted)
                .mapToObj(value -> SeenLife.failed(value + random.nextDouble()))
                .toList();

        assertThat(Concordance.of(predicted, lives).index().value().orElseThrow())
                .isCloseTo(0.75, within(0.01));
    }

    @Test
    void predictionsMustBeNumbersAndOnePerLife() {
        List<SeenLife> one = List.of(SeenLife.failed(1));

        assertThatThrownBy(() -> Concordance.of(new double[] {1, 2}, one)).hasMessageContaining("2 predictions for 1");
        assertThatThrownBy(() -> Concordance.of(new double[] {Double.NaN}, one)).hasMessageContaining("0 is NaN");
        assertThatThrownBy(() -> SeenLife.failed(-1)).hasMessageContaining("not -1.0");
    }
}
