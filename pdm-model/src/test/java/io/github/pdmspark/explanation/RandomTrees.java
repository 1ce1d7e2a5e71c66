package io.github.pdmspark.explanation;

import io.github.pdmspark.portable.FlatTrees;
import io.github.pdmspark.portable.FlatTreesBuilder;
import java.util.Random;

/** Trees whose covers add up, with leaves of class shares; features repeat on a path. */
final class RandomTrees {

    private RandomTrees() {}

    static FlatTrees of(Random random, int trees, int features, int depth, int classes) {
        FlatTreesBuilder builder = new FlatTreesBuilder(classes);
        for (int i = 0; i < trees; i++) {
            grow(builder, builder.tree(), random, features, depth, classes, 1 + random.nextInt(2000));
        }
        return builder.build();
    }

    private static void grow(
            FlatTreesBuilder builder, int node, Random random, int features, int depth, int classes, int cover) {
        if (depth == 0 || cover < 2 || random.nextInt(12) == 0) {
            builder.leaf(node, cover, shares(random, classes));
            return;
        }
        int left = builder.split(node, random.nextInt(features), random.nextInt(9) / 8.0, cover);
        int share = 1 + random.nextInt(cover - 1);
        grow(builder, left, random, features, depth - 1, classes, share);
        grow(builder, left + 1, random, features, depth - 1, classes, cover - share);
    }

    private static double[] shares(Random random, int classes) {
        double[] shares = new double[classes];
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            shares[i] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
            sum += shares[i];
        }
        for (int i = 0; i < classes; i++) {
            shares[i] = sum == 0 ? 1.0 / classes : shares[i] / sum;
        }
        return shares;
    }

    /** Some values lie exactly on thresholds. */
    static double[] row(Random random, int features) {
        return random.doubles(features).map(x -> Math.rint(x * 16) / 16).toArray();
    }
}
