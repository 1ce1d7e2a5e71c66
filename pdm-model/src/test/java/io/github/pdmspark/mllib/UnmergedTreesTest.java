package io.github.pdmspark.mllib;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.TrainingSet;
import io.github.pdmspark.testing.LocalSpark;
import java.util.List;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
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

    /** Leaves that name one class are all that MLlib joins: both name the same class for every row. */
    @Test
    void treesNameTheClassesThatThoseOfMllibName() {
        Dataset<Row> vectors = vectors();
        DecisionTreeClassifier tree = new DecisionTreeClassifier()
                .setMaxDepth(4)
                .setFeaturesCol(VectorColumns.FEATURES)
                .setLabelCol(VectorColumns.LABEL)
                .setWeightCol(VectorColumns.WEIGHT);
        RandomForestClassifier forest = new RandomForestClassifier()
                .setMaxDepth(4)
                .setNumTrees(7)
                .setSeed(5)
                .setFeaturesCol(VectorColumns.FEATURES)
                .setLabelCol(VectorColumns.LABEL)
                .setWeightCol(VectorColumns.WEIGHT);

        DecisionTreeClassificationModel ownTree = UnmergedTrees.fit(tree, vectors, 2);
        RandomForestClassificationModel ownForest = UnmergedTrees.fit(forest, vectors, 2);
        DecisionTreeClassificationModel itsTree = tree.fit(vectors);
        RandomForestClassificationModel itsForest = forest.fit(vectors);

        assertThat(differing(ownTree.transform(vectors), itsTree.transform(vectors)))
                .isZero();
        for (int i = 0; i < 7; i++) {
            assertThat(differing(named(ownForest, i, vectors), named(itsForest, i, vectors)))
                    .isZero();
        }
        assertThat(ownForest.totalNumNodes()).isGreaterThan(itsForest.totalNumNodes());
    }

    /** A corner of the rows fails nearly always, so that both classes are named. */
    private Dataset<Row> vectors() {
        return rows.select(
                col("id"),
                VectorColumns.vector(FEATURES).as(VectorColumns.FEATURES),
                when(
                                col("heat")
                                        .gt(0.5)
                                        .and(col("noise").gt(0.4))
                                        .equalTo(col("chance").gt(0.05)),
                                1.0)
                        .otherwise(0.0)
                        .as(VectorColumns.LABEL),
                col("weight").as(VectorColumns.WEIGHT));
    }

    private static Dataset<Row> named(RandomForestClassificationModel forest, int tree, Dataset<Row> vectors) {
        return forest.trees()[tree].setFeaturesCol(VectorColumns.FEATURES).transform(vectors);
    }

    private static long differing(Dataset<Row> own, Dataset<Row> its) {
        return own.select("id", "prediction")
                .join(its.selectExpr("id", "prediction as theirs"), "id")
                .where("prediction <> theirs")
                .count();
    }
}
