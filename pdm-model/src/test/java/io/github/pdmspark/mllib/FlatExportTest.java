package io.github.pdmspark.mllib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.model.TrainingSet;
import io.github.pdmspark.portable.Exportable;
import io.github.pdmspark.portable.FlatModel;
import io.github.pdmspark.testing.LocalSpark;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
@ExtendWith(LocalSpark.class)
class FlatExportTest {

    private static final int ROWS = 100_000;
    private static final List<String> FEATURES = List.of("f0", "f1", "f2", "f3", "f4", "f5", "f6");
    private static final List<String> TWO = List.of("none", "a");
    private static final List<String> FOUR = List.of("none", "a", "b", "c");

    static Stream<Trainer> trainers() {
        return Stream.of(
                RandomForestTrainer.builder().trees(20).depth(8).build(),
                RandomForestTrainer.builder().trees(1).depth(6).build(),
                DecisionTreeTrainer.builder().depth(9).build(),
                BoostedTreesTrainer.builder().rounds(7).depth(4).build(),
                LogisticRegressionTrainer.builder().iterations(20).build());
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void everyRowHasTheBitsOfMllibWithFourClasses(Trainer trainer, SparkSession spark) {
        assertSameBits(trainer.train(training(spark, FOUR, "class")), spark);
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void everyRowHasTheBitsOfMllibWithTwoClasses(Trainer trainer, SparkSession spark) {
        assertSameBits(trainer.train(training(spark, TWO, "least(class, 1.0D)")), spark);
    }

    /** Class b has no training row: it keeps its place and scores 0. */
    @ParameterizedTest
    @MethodSource("trainers")
    void absentClassKeepsItsPlace(Trainer trainer, SparkSession spark) {
        assertSameBits(trainer.train(training(spark, FOUR, "if(class = 2, 0.0D, class)")), spark);
    }

    @Test
    void algorithmWithoutFlatFormIsNotExported(SparkSession spark) {
        Trainer bayes = MllibTrainer.of(new NaiveBayes().setModelType("gaussian"));
        Trainer binomial = MllibTrainer.of(new LogisticRegression().setFamily("binomial"));
        TrainingSet two = training(spark, TWO, "least(class, 1.0D)");

        assertThat(((Exportable) bayes.train(two)).flat()).isEmpty();
        assertThat(((Exportable) binomial.train(two)).flat()).isEmpty();
    }

    /** Values are multiples of 0.05 and thresholds lie half-way between multiples of 0.1, so many rows meet one exactly. */
    private static void assertSameBits(Model model, SparkSession spark) {
        FlatModel flat = ((Exportable) model).flat().orElseThrow();
        List<Row> rows =
                model.score(rows(spark, ROWS, 20)).select("f", "class_scores").collectAsList();
        double[] scores = new double[flat.classes()];
        double[] scratch = new double[flat.scratchSize()];
        long different = 0;
        for (Row row : rows) {
            List<Double> features = row.getList(0);
            List<Double> expected = row.getList(1);
            boolean found = flat.score(
                    features.stream().mapToDouble(Double::doubleValue).toArray(), scores, scratch);
            for (int i = 0; i < scores.length; i++) {
                boolean same = Double.doubleToRawLongBits(scores[i]) == Double.doubleToRawLongBits(expected.get(i));
                different += found && same ? 0 : 1;
            }
        }
        assertThat(rows).hasSize(ROWS);
        assertThat(different).isZero();
    }

    private static TrainingSet training(SparkSession spark, List<String> classes, String label) {
        Dataset<Row> rows = rows(spark, 3_000, 10)
                .selectExpr("*", "cast(floor(4 * pmod(f0 + 0.7 * f1 * f2 + 0.2 * noise, 1)) as double) as class")
                .selectExpr("*", label + " as label", "1.0D as weight");
        return new TrainingSet(rows, FEATURES, classes, "label", "weight");
    }

    private static Dataset<Row> rows(SparkSession spark, long count, int steps) {
        Dataset<Row> rows = spark.range(0, count, 1, 2).selectExpr("id", "rand(99) as noise");
        for (int i = 0; i < FEATURES.size(); i++) {
            String value = "round(" + steps + " * rand(" + (i + steps) + ")) / " + steps;
            rows = rows.selectExpr("*", value + " as " + FEATURES.get(i));
        }
        return rows.selectExpr("*", "array(" + String.join(", ", FEATURES) + ") as f");
    }
}
