package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.testing.LocalSpark;
import java.util.List;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class AveragePrecisionTest {

    @Test
    void isFiveSixthsWhereTheAreaOfMllibIsNot(SparkSession spark) {
        AveragePrecision exact = new AveragePrecision(2, 3);
        exact.add(0.9, 1, 1);
        exact.add(0.8, 0, 1);
        exact.add(0.7, 1, 1);
        Dataset<Row> rows = spark.createDataFrame(
                List.of(RowFactory.create(0.9, 1.0), RowFactory.create(0.8, 0.0), RowFactory.create(0.7, 1.0)),
                new StructType().add("rawPrediction", DataTypes.DoubleType).add("label", DataTypes.DoubleType));
        BinaryClassificationEvaluator mllib = new BinaryClassificationEvaluator().setMetricName("areaUnderPR");

        assertThat(exact.value().value().orElseThrow()).isCloseTo(5.0 / 6, within(1e-15));
        assertThat(mllib.evaluate(rows)).isCloseTo(0.7917, within(1e-4));
    }

    @Test
    void rowsOfEqualScoreCountTogether() {
        AveragePrecision tied = new AveragePrecision(2, 4);
        tied.add(0.5, 2, 4);

        assertThat(tied.value()).isEqualTo(Metric.of(0.5));
    }

    @Test
    void fewRowsInMemoryGiveTheSame() {
        double[] scores = {0.7, 0.9, 0.8, 0.8, 0.1};
        boolean[] hits = {true, true, false, true, false};
        AveragePrecision streamed = new AveragePrecision(3, 5);
        streamed.add(0.9, 1, 1);
        streamed.add(0.8, 1, 2);
        streamed.add(0.7, 1, 1);
        streamed.add(0.1, 0, 1);

        assertThat(AveragePrecision.of(scores, hits)).isEqualTo(streamed.value());
        assertThat(AveragePrecision.of(new double[] {1, 2}, new boolean[2]).reason())
                .contains("none of the 2 rows is positive");
    }

    @Test
    void oneClassOrNoRowsIsUndefinedWithAReason() {
        assertThat(new AveragePrecision(0, 0).value().reason()).contains("there are no rows");
        assertThat(new AveragePrecision(0, 7).value().reason()).contains("none of the 7 rows is positive");
        assertThat(new AveragePrecision(7, 7).value().reason()).contains("all 7 rows are positive");
    }

    @Test
    void scoresThatDoNotFallAreRefused() {
        AveragePrecision exact = new AveragePrecision(1, 2);
        exact.add(0.5, 1, 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> exact.add(0.5, 0, 1))
                .withMessage("Score 0.5 follows 0.5: scores must fall.");
    }
}
