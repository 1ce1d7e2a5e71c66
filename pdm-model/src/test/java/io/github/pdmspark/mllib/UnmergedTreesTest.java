package io.github.pdmspark.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.TrainingSet;
import io.github.pdmspark.testing.LocalSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Failures are rare everywhere here: in one row of ten where {@code heat} is high, in one of fifty elsewhere. */
@ExtendWith(LocalSpark.class)
class UnmergedTreesTest {

    private static final List<String> FEATURES = List.of("heat", "noise");

    private final Dataset<Row> rows;

    UnmergedTreesTest(SparkSession spark) {
        rows = spark.range(0, 6_000, 1, 2)
                .selectExpr("id", "rand(1) as heat", "rand(2) as noise", "1.0D as weight", "rand(3) as chance")
                .selectExpr("*", "if(chance < if(heat > 0.7, 0.1, 0.02), 1.0D, 0.0D) as label_index");
    }

    @Test
    void rareClassIsToldApartByEveryTreeTrainer() {
        TrainingSet data = new TrainingSet(rows, FEATURES, List.of("none", "pump"), "label_index", "weight");
        List.of(
                        RandomForestTrainer.builder().trees(5).depth(3).seed(1).build(),
                        DecisionTreeTrainer.builder().depth(3).build())
                .forEach(trainer -> {
                    Model model = trainer.train(data);
                    Row means = model.score(rows)
                            .selectExpr("heat > 0.7 as hot", "class_scores[1] as score")
                            .selectExpr("avg(if(hot, score, null))", "avg(if(hot, null, score))")
                            .first();

                    assertThat(model.importances().get("heat")).isGreaterThan(0.5);
                    assertThat(means.getDouble(0)).isCloseTo(0.1, within(0.025));
                    assertThat(means.getDouble(1)).isCloseTo(0.02, within(0.01));
                });
    }
}
