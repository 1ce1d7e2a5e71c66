package io.github.pdmspark.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.training.Training;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterGridTest {

    private final ParameterGrid grid =
            ParameterGrid.of("trees", 10, 20).and("depth", 3, 5, 7).and("kept", 0.5, 1.0);

    private static Training training(Choice choice) {
        return Training.with(RandomForestTrainer.builder()
                        .trees(choice.integer("trees"))
                        .depth(choice.integer("depth"))
                        .build())
                .negativesKept(choice.number("kept"), 1);
    }

    private static List<String> names(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::name).toList();
    }

    @Test
    void allCombinationsComeInOrder() {
        assertThat(names(grid.all(ParameterGridTest::training)))
                .hasSize(12)
                .doesNotHaveDuplicates()
                .startsWith("trees=10 depth=3 kept=0.5", "trees=10 depth=3 kept=1.0", "trees=10 depth=5 kept=0.5")
                .endsWith("trees=20 depth=7 kept=1.0");
    }

    @Test
    void seedAloneDecidesWhichAreDrawn() {
        List<String> drawn = names(grid.sample(5, 7, ParameterGridTest::training));

        assertThat(drawn).hasSize(5).doesNotHaveDuplicates();
        assertThat(names(grid.sample(5, 7, ParameterGridTest::training))).isEqualTo(drawn);
        assertThat(names(grid.sample(5, 8, ParameterGridTest::training))).isNotEqualTo(drawn);
        assertThat(names(grid.all(ParameterGridTest::training))).containsAll(drawn);
        assertThat(grid.sample(99, 7, ParameterGridTest::training)).hasSize(12);
    }

    @Test
    void hugeGridsCanOnlyBeSampled() {
        Object[] thousand = java.util.stream.IntStream.range(0, 1000).boxed().toArray();
        ParameterGrid huge = ParameterGrid.of("trees", 10)
                .and("depth", 3)
                .and("kept", 1)
                .and("a", thousand)
                .and("b", thousand)
                .and("c", thousand);

        assertThatThrownBy(() -> huge.all(ParameterGridTest::training))
                .hasMessage("The grid has 1000000000 combinations, more than 10000."
                        + " Draw some of them with sample(count, seed, ...).");
        assertThat(names(huge.sample(50, 1, ParameterGridTest::training)))
                .hasSize(50)
                .doesNotHaveDuplicates();
    }

    @Test
    void mistakesAreNamed() {
        Choice choice = new Choice(java.util.Map.of("trees", 10));

        assertThatThrownBy(() -> choice.integer("tree")).hasMessage("The grid has no parameter 'tree', only [trees].");
        assertThatThrownBy(() -> choice.text("trees")).hasMessage("Parameter 'trees' is 10, a Integer and no String.");
        assertThatThrownBy(() -> grid.and("trees", 1))
                .hasMessage("Parameter 'trees' needs one list of values, but there are two.");
        assertThatThrownBy(() -> ParameterGrid.of("trees"))
                .hasMessage("Parameter 'trees' needs one list of values, but it is empty.");
    }
}
