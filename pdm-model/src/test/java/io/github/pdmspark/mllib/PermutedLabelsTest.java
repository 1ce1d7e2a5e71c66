package io.github.pdmspark.mllib;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.model.TrainingSet;
import io.github.pdmspark.testing.LocalSpark;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** P10: who learns from labels that mean nothing ranks no better than chance; better would be a leak. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class PermutedLabelsTest {

    private static final int ROWS = 6_000;
    private static final int REPEATS = 5;

    static Stream<Trainer> trainers() {
        return Stream.of(
                RandomForestTrainer.builder().trees(20).depth(6).seed(1).build(),
                BoostedTreesTrainer.builder().rounds(5).depth(3).build(),
                DecisionTreeTrainer.builder().depth(4).build(),
                LogisticRegressionTrainer.builder().build(),
                MllibTrainer.of(new NaiveBayes().setModelType("gaussian")));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void averagePrecisionIsThePrevalence(Trainer trainer, SparkSession spark) {
        double[] excess = IntStream.range(0, REPEATS)
                .mapToDouble(seed -> excess(trainer, rows(spark, seed)))
                .toArray();

        double mean = IntStream.range(0, REPEATS)
                .mapToDouble(i -> excess[i])
                .average()
                .orElseThrow();
        double variance = IntStream.range(0, REPEATS)
                        .mapToDouble(i -> (excess[i] - mean) * (excess[i] - mean))
                        .sum()
                / (REPEATS - 1);
        double standardError = Math.sqrt(variance / REPEATS);
        assertThat(Math.abs(mean)).isLessThanOrEqualTo(3 * standardError).isLessThan(0.03);
    }

    /** Average precision minus prevalence on rows that did not train. */
    private static double excess(Trainer trainer, Dataset<Row> rows) {
        Dataset<Row> train = rows.where("id % 2 = 0");
        Dataset<Row> test = rows.where("id % 2 = 1");
        Model model = trainer.train(
                new TrainingSet(train, List.of("a", "b", "c", "d"), List.of("none", "pump"), "label_index", "weight"));
        List<Row> scored = model.score(test)
                .select(col("class_scores").getItem(1), col("label_index"))
                .collectAsList();
        double prevalence =
                scored.stream().mapToDouble(row -> row.getDouble(1)).average().orElseThrow();
        return averagePrecision(scored) - prevalence;
    }

    private static Dataset<Row> rows(SparkSession spark, int seed) {
        return spark.range(0, ROWS, 1, 2)
                .selectExpr(
                        "id",
                        "rand(" + seed + ") as a",
                        "randn(" + (seed + 100) + ") as b",
                        "rand(" + (seed + 200) + ") as c",
                        "floor(4 * rand(" + (seed + 300) + ")) * 1.0D as d",
                        "if(rand(" + (seed + 400) + ") < 0.2, 1.0D, 0.0D) as label_index",
                        "1.0D as weight");
    }

    private static double averagePrecision(List<Row> scored) {
        List<Row> ranked = scored.stream()
                .sorted(Comparator.comparingDouble((Row row) -> row.getDouble(0))
                        .reversed())
                .toList();
        double positives = ranked.stream().mapToDouble(row -> row.getDouble(1)).sum();
        double found = 0;
        double sum = 0;
        for (int i = 0; i < ranked.size(); i++) {
            found += ranked.get(i).getDouble(1);
            sum += ranked.get(i).getDouble(1) * found / (i + 1);
        }
        return sum / positives;
    }
}
