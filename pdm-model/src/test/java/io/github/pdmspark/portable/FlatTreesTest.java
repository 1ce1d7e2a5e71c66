package io.github.pdmspark.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FlatTreesTest {

    @Test
    void rowAtTheThresholdGoesLeft() {
        FlatTrees trees = stump();

        assertThat(trees.value(trees.leaf(0, new double[] {0, 2.5}), 0)).isEqualTo(0.25);
        assertThat(trees.value(trees.leaf(0, new double[] {0, Math.nextUp(2.5)}), 0))
                .isEqualTo(0.75);
        assertThat(trees.features()).isEqualTo(2);
    }

    @Test
    void nodeThatLeadsRoundInACircleIsRefused() {
        assertThatThrownBy(() -> new FlatTrees(
                        new int[] {0},
                        new int[] {0, -1, -1},
                        new double[] {1, 0, 0},
                        new int[] {0, 0, 1},
                        new double[] {2, 1, 1},
                        1,
                        new double[] {0, 1}))
                .hasMessage("Tree node 0 leads out of its tree.");
    }

    @Test
    void leafBeyondTheValuesIsRefused() {
        assertThatThrownBy(() -> new FlatTrees(
                        new int[] {0},
                        new int[] {-1},
                        new double[] {0},
                        new int[] {1},
                        new double[] {1},
                        1,
                        new double[] {0}))
                .hasMessage("Tree node 0 leads out of its tree.");
    }

    @Test
    void unfinishedTreeIsRefused() {
        FlatTreesBuilder builder = new FlatTreesBuilder(1);
        int left = builder.split(builder.tree(), 0, 1.0, 2);
        builder.leaf(left, 1, 0.5);

        assertThatThrownBy(builder::build).hasMessage("Tree node 2 leads out of its tree.");
    }

    static FlatTrees stump() {
        FlatTreesBuilder builder = new FlatTreesBuilder(1);
        int left = builder.split(builder.tree(), 1, 2.5, 10);
        builder.leaf(left, 4, 0.25);
        builder.leaf(left + 1, 6, 0.75);
        return builder.build();
    }
}
