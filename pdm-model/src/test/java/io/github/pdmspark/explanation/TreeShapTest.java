package io.github.pdmspark.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.portable.FlatForest;
import io.github.pdmspark.portable.FlatModel;
import io.github.pdmspark.portable.FlatModel.Combination;
import io.github.pdmspark.portable.FlatTrees;
import io.github.pdmspark.portable.FlatTreesBuilder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeShapTest {

    /** x0 decides alone in one half, x1 in the other; every number can be checked by hand. */
    @Test
    void twoFeaturesByHand() {
        FlatTreesBuilder builder = new FlatTreesBuilder(1);
        int left = builder.split(builder.tree(), 0, 0.5, 4);
        builder.leaf(left, 2, 0);
        int right = builder.split(left + 1, 1, 0.5, 2);
        builder.leaf(right, 1, 0);
        builder.leaf(right + 1, 1, 1);
        double[] sums = shap(builder.build(), new double[] {1, 1}, 0, 2);

        // v() = 1/4, v(0) = 1/2, v(1) = 1/2, v(0, 1) = 1
        assertThat(sums).containsExactly(new double[] {0.375, 0.375}, within(1e-15));
    }

    @Test
    void equalsBruteForceShapleyOnRandomTrees() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int features = 1 + random.nextInt(10);
            FlatTrees tree = RandomTrees.of(random, 1, features, 1 + random.nextInt(9), 3);
            double[] row = RandomTrees.row(random, features);
            for (int value = 0; value < 3; value++) {
                double[] expected = new BruteForceShapley(tree, row, value).values(features);
                assertThat(shap(tree, row, value, features))
                        .as("seed %d, value %d", seed, value)
                        .containsExactly(expected, within(1e-9));
            }
        }
    }

    @Test
    void contributionsAddUpToTheOutputOfADeepForest() {
        Random random = new Random(7);
        FlatTrees trees = RandomTrees.of(random, 30, 12, 15, 4);
        FlatForest forest = new FlatForest(trees, FlatForest.Vote.SUM_OF_SHARES);
        FlatModel model = new FlatModel(Combination.ONE_CLASSIFIER, List.of(0, 1, 2, 3), List.of(forest), 4);
        double[] scores = new double[4];
        for (ContributionMethod method : ContributionMethod.values()) {
            Contributions contributions = Contributions.of(model, new double[12], method);
            for (int i = 0; i < 50; i++) {
                double[] row = RandomTrees.row(random, 12);
                model.score(row, scores, new double[model.scratchSize()]);
                Explanation explanation = contributions.explain(row, 1);
                double sum =
                        explanation.contributions().stream().mapToDouble(x -> x).sum();
                assertThat(explanation.base() + sum).isCloseTo(scores[2], within(1e-9));
                assertThat(explanation.output()).isCloseTo(scores[2], within(1e-9));
            }
        }
    }

    @Test
    void saabasFollowsTheRowsOwnPath() {
        FlatTreesBuilder builder = new FlatTreesBuilder(1);
        int left = builder.split(builder.tree(), 0, 0.5, 4);
        builder.leaf(left, 2, 0);
        int right = builder.split(left + 1, 1, 0.5, 2);
        builder.leaf(right, 1, 0);
        builder.leaf(right + 1, 1, 1);
        FlatTrees tree = builder.build();
        double[] sums = new double[2];
        new Saabas(tree, new TreeMeans(tree)).add(0, new double[] {1, 1}, 0, 1, sums);

        assertThat(sums).containsExactly(new double[] {0.25, 0.5}, within(1e-15));
    }

    private static double[] shap(FlatTrees tree, double[] row, int value, int features) {
        double[] sums = new double[features];
        new TreeShap(tree, TreeShap.depth(tree)).add(0, row, value, 1, sums);
        return sums;
    }
}
