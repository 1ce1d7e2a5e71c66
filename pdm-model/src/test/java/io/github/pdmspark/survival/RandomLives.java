package io.github.pdmspark.survival;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Lives with ties and censoring. */
final class RandomLives {

    private RandomLives() {}

    static List<SeenLife> lives(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> new SeenLife(random.nextInt(8), random.nextInt(3) == 0 ? Ending.CENSORED : Ending.FAILED))
                .toList();
    }

    static double[] numbers(Random random, int count) {
        return random.ints(count, 0, 6).mapToDouble(i -> i / 5.0).toArray();
    }
}
