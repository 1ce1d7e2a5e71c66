package io.github.pdmspark.mllib;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.model.TrainingSet;
import io.github.pdmspark.testing.LocalSpark;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.FMClassifier;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every trainer must do, on rows that any of them can tell apart; one class has no row. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class TrainersTest {

    static Stream<Trainer> trainers() {
        return Stream.of(
                RandomForestTrainer.builder().trees(5).depth(3).seed(1).build(),
                DecisionTreeTrainer.builder().depth(3).build(),
                LogisticRegressionTrainer.builder().iterations(20).build(),
                BoostedTreesTrainer.builder().rounds(2).depth(2).build(),
                MllibTrainer.of(new NaiveBayes().setModelType("gaussian")),
                MllibTrainer.of(new MultilayerPerceptronClassifier()
                        .setLayers(new int[] {3, 5, 4})
                        .setMaxIter(60)),
                MllibTrainer.oneVsRest(
                        new FMClassifier().setFitLinear(true).setStepSize(0.1).setMaxIter(60)));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void scoresKeepRowsColumnsNamesAndClassOrder(Trainer trainer, SparkSession spark) {
        TrainingSet data = Separable.rows(spark, 120);

        Model model = trainer.train(data);
        List<Row> scored = model.score(data.rows()).collectAsList();

        assertThat(model.features()).isEqualTo(Separable.FEATURES);
        assertThat(model.classes()).isEqualTo(Separable.CLASSES);
        assertThat(model.algorithm()).isEqualTo(trainer.algorithm());
        assertThat(scored).hasSize(120).allSatisfy(row -> {
            assertThat(row.schema().fieldNames())
                    .containsExactly("id", "noise", "heat.1", "a `tick`", "label_index", "weight", "class_scores");
            List<Double> scores = row.getList(6);
            assertThat(scores).hasSize(4).allMatch(Double::isFinite);
            assertThat(scores.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-12));
            assertThat(scores.get(3)).isZero();
            assertThat((double) best(scores)).isEqualTo(row.getDouble(4));
        });
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void missingOrInfiniteFeatureGivesNullScores(Trainer trainer, SparkSession spark) {
        TrainingSet data = Separable.rows(spark, 60);
        Model model = trainer.train(data);

        List<Row> scored = model.score(spark.sql("select * from values (1, 0.5D, cast(null as double), 0.5D),"
                        + " (2, double('NaN'), 0.5D, 0.5D), (3, 0.5D, 0.5D, double('-Infinity')), (4, 0.5D, 0.5D, 0.5D)"
                        + " as t(id, noise, `heat.1`, `a ``tick```)"))
                .orderBy("id")
                .select(col("class_scores").isNull())
                .collectAsList();

        assertThat(scored).extracting(row -> row.getBoolean(0)).containsExactly(true, true, true, false);
    }

    private static int best(List<Double> scores) {
        return scores.indexOf(
                scores.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }
}
