package io.github.pdmspark.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.model.LifeModel;
import io.github.pdmspark.model.LifeTrainingSet;
import io.github.pdmspark.testing.LocalSpark;
import java.util.List;
import org.apache.spark.ml.regression.RandomForestRegressor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class MllibLifeTrainerTest {

    private final Dataset<Row> rows;

    MllibLifeTrainerTest(SparkSession spark) {
        rows = spark.range(0, 60, 1, 2)
                .selectExpr("cast(id % 2 as double) `a.b`", "10.0D + 20 * (id % 2) life", "id % 3 = 0 as censored");
    }

    private static LifeTrainingSet set(Dataset<Row> rows) {
        return new LifeTrainingSet(rows, List.of("a.b"), "life", "censored");
    }

    /** MLlib itself fits such rows without a word. */
    @Test
    void allCensoredIsRefusedByTheTrainerToo() {
        Dataset<Row> censored = rows.where("censored");

        assertThatThrownBy(() -> MllibLifeTrainer.acceleratedFailureTime().train(set(censored)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("All 20 lives are censored");
        assertThatThrownBy(() -> MllibLifeTrainer.acceleratedFailureTime().train(set(rows.where("false"))))
                .hasMessageContaining("PDM_NO_USABLE_ROWS");
    }

    @Test
    void missingFeatureHasNoPredictionAndNoRowIsLost() {
        LifeModel model = MllibLifeTrainer.randomForest(3, 2, 1).train(set(rows));

        Dataset<Row> predicted = model.predict(rows.selectExpr("if(life > 10, null, `a.b`) as `a.b`", "life"));

        assertThat(predicted.columns()).containsExactly("a.b", "life", "predicted_life");
        assertThat(predicted.where("predicted_life = 10").count()).isEqualTo(30);
        assertThat(predicted.where("predicted_life is null").count()).isEqualTo(30);
        assertThat(model.importances()).containsOnlyKeys("a.b");
    }

    @Test
    void givenRegressorStaysAsItIs() {
        RandomForestRegressor mine = new RandomForestRegressor().setNumTrees(2).setFeaturesCol("mine");

        MllibLifeTrainer.of(mine).withSeed(9).train(set(rows));

        assertThat(mine.getFeaturesCol()).isEqualTo("mine");
        assertThat(mine.getSeed()).isNotEqualTo(9);
    }
}
