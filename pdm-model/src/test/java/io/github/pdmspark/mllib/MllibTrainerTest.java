package io.github.pdmspark.mllib;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.TrainingSet;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class MllibTrainerTest {

    private static final RandomForestTrainer FOREST =
            RandomForestTrainer.builder().trees(10).depth(4).seed(3).build();

    private final TrainingSet data;

    MllibTrainerTest(SparkSession spark) {
        data = Separable.rows(spark, 120);
    }

    @Test
    void importancesAreNamedAfterFeatures() {
        Map<String, Double> importances = FOREST.train(data).importances();

        assertThat(importances).containsOnlyKeys(Separable.FEATURES);
        assertThat(importances.get("heat.1")).isGreaterThan(0.2);
        assertThat(importances.get("a `tick`")).isGreaterThan(0.2);
        assertThat(importances.get("noise")).isLessThan(0.1);
        assertThat(importances.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(LogisticRegressionTrainer.builder().build().train(data).importances())
                .isEmpty();
    }

    @Test
    void orderOfColumnsInTheRowsDoesNotMatter() {
        Model model = FOREST.train(data);
        Dataset<Row> turned = data.rows().select("`a ``tick```", "id", "noise", "`heat.1`");

        DatasetAssert.assertThat(model.score(turned).select("id", "class_scores"))
                .hasSameRowsAs(model.score(data.rows()).select("id", "class_scores"));
    }

    @Test
    void missingFeatureIsRefusedByName() {
        Model model = FOREST.train(data);

        assertThatThrownBy(() -> model.score(data.rows().drop("noise")))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("no feature column 'noise'");
    }

    /** MLlib's naive Bayes numbers the classes it meets; without our own numbering class 2 would score as class 1. */
    @Test
    void classThatIsAbsentBetweenOthersScoresZero() {
        TrainingSet gap = Separable.of(data.rows().where("label_index <> 1"));

        Row row = MllibTrainer.of(new NaiveBayes().setModelType("gaussian"))
                .train(gap)
                .score(data.rows().where("label_index = 2"))
                .first();

        List<Double> scores = row.getList(6);
        assertThat(scores.get(1)).isZero();
        assertThat(scores.get(2)).isGreaterThan(0.9);
    }

    @Test
    void sameSeedGivesTheSameForestAndAnotherSeedAnother() {
        MllibTrainer one = MllibTrainer.of(
                new RandomForestClassifier().setNumTrees(3).setMaxDepth(1).setFeatureSubsetStrategy("1"));

        DatasetAssert.assertThat(one.withSeed(5).train(data).score(data.rows()))
                .hasSameRowsAs(one.withSeed(5).train(data).score(data.rows()));
        assertThat(one.withSeed(5).train(data).importances())
                .isNotEqualTo(one.withSeed(6).train(data).importances());
        assertThat(one.withSeed(5).parameters()).containsEntry("seed", "5").containsEntry("numTrees", "3");
        assertThat(one.parameters()).doesNotContainKey("featuresCol");
        assertThatThrownBy(() -> MllibTrainer.of(new NaiveBayes()).withSeed(1)).hasMessageContaining("takes no seed");
    }

    @Test
    void givenClassifierStaysAsItIs() {
        RandomForestClassifier mine =
                new RandomForestClassifier().setNumTrees(2).setFeaturesCol("mine");

        MllibTrainer.of(mine).withSeed(9).train(data);

        assertThat(mine.getFeaturesCol()).isEqualTo("mine");
        assertThat(mine.getSeed()).isNotEqualTo(9);
    }

    @Test
    void weightsMoveTheScores() {
        Dataset<Row> mixed = data.rows().withColumn("`heat.1`", lit(0.0)).withColumn("heat.1", lit(0.0));
        Dataset<Row> heavy = mixed.withColumn(
                "weight", when(col("label_index").equalTo(1), 9.0).otherwise(1.0));
        LogisticRegressionTrainer trainer = LogisticRegressionTrainer.builder().build();

        double even = meanScore(trainer.train(Separable.of(mixed)), mixed);
        double raised = meanScore(trainer.train(Separable.of(heavy)), mixed);

        assertThat(raised).isGreaterThan(even + 0.2);
    }

    @Test
    void weightsThatAClassifierWouldIgnoreAreRefused() {
        TrainingSet heavy =
                Separable.of(data.rows().withColumn("weight", col("label_index").plus(1)));
        MultilayerPerceptronClassifier net = new MultilayerPerceptronClassifier().setLayers(new int[] {3, 4});

        assertThatThrownBy(() -> MllibTrainer.of(net).train(heavy)).hasMessageContaining("takes no weights");
    }

    @Test
    void noRowsAndOneClassAreRefusedWithCounts() {
        assertThatThrownBy(() -> FOREST.train(Separable.of(data.rows().limit(0))))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("PDM_NO_USABLE_ROWS There are no rows");
        assertThatThrownBy(() -> FOREST.train(Separable.of(data.rows().where("label_index = 0"))))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("PDM_NO_FAILURES All 40 training rows are of class 'none'");
    }

    @Test
    void labelOutsideTheClassesIsRefused() {
        TrainingSet wrong = Separable.of(data.rows().withColumn("label_index", lit(4.0)));

        assertThatThrownBy(() -> FOREST.train(wrong)).hasMessageContaining("Label 4.0 is not an index");
    }

    @Test
    void binaryClassifierForManyClassesPointsToOneVsRest() {
        assertThatThrownBy(() -> MllibTrainer.of(new GBTClassifier()).train(data))
                .hasMessageContaining("Use MllibTrainer.oneVsRest");
    }

    @Test
    void settingsAreCheckedWhenTheyAreGiven() {
        assertThatThrownBy(() -> RandomForestTrainer.builder().depth(31)).hasMessage("depth must be 0 to 30, not 31.");
        assertThatThrownBy(() -> RandomForestTrainer.builder().trees(0)).hasMessage("trees must be 1 or more, not 0.");
        assertThatThrownBy(() -> BoostedTreesTrainer.builder().stepSize(Double.NaN))
                .hasMessage("stepSize must be above 0 and up to 1, not NaN.");
        assertThat(FOREST.parameters())
                .containsEntry("trees", "10")
                .containsEntry("depth", "4")
                .containsEntry("seed", "3");
    }

    private static double meanScore(Model model, Dataset<Row> rows) {
        return model.score(rows)
                .where("label_index < 2")
                .selectExpr("avg(class_scores[1])")
                .first()
                .getDouble(0);
    }
}
