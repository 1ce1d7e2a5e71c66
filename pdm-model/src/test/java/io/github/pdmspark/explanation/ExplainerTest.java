package io.github.pdmspark.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.mllib.BoostedTreesTrainer;
import io.github.pdmspark.mllib.LogisticRegressionTrainer;
import io.github.pdmspark.mllib.MllibTrainer;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.scoring.WearingFleet;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.training.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainerTest {

    private static final RandomForestTrainer FOREST =
            RandomForestTrainer.builder().trees(10).depth(5).seed(1).build();

    private LabelledDataset dataset;

    ExplainerTest(SparkSession spark) {
        dataset = WearingFleet.dataset(spark);
    }

    @BeforeAll
    void materialize(@TempDir Path folder) {
        dataset = dataset.materialized(folder.resolve("dataset").toString());
    }

    static Stream<Trainer> trainers() {
        return Stream.of(
                FOREST,
                BoostedTreesTrainer.builder().rounds(5).depth(3).build(),
                LogisticRegressionTrainer.builder().iterations(10).build());
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void contributionsAddUpOnEveryExplainedRow(Trainer trainer) {
        ModelBundle bundle = Training.with(trainer).on(dataset);

        List<Row> rows = Explainer.of(bundle)
                .alarms(dataset.rows(), everyFitRow("pump.1"))
                .collectAsList();

        assertThat(rows)
                .hasSize((int) dataset.rows().where("feature_status = 'OK'").count());
        assertThat(rows).allSatisfy(row -> {
            List<Row> groups = row.getList(row.fieldIndex("groups"));
            double sum =
                    groups.stream().mapToDouble(group -> group.getDouble(1)).sum();
            assertThat(row.<Double>getAs("base") + sum).isCloseTo(row.<Double>getAs("output"), within(1e-9));
            assertThat(groups)
                    .extracting(group -> group.getString(0))
                    .containsOnlyOnce("volt", "heat.1", "model", "weight");
        });
    }

    @Test
    void outputIsTheScoreOfTheComponent() {
        ModelBundle bundle = Training.with(FOREST).on(dataset);
        Dataset<Row> scores =
                ScoringPipeline.of(bundle).scoreFeatures(dataset.rows()).rows();

        Dataset<Row> explained = Explainer.of(bundle).alarms(dataset.rows(), everyFitRow("seal b"));

        assertThat(explained
                        .join(scores, new String[] {"machine_id", "as_of"})
                        .where("abs(output - `score_seal b`) > 1e-9")
                        .count())
                .isZero();
    }

    /** Voltage rises before a pump fails: it must be the first reason, with its distance from the usual. */
    @Test
    void strongestReasonNamesTheWornSensor() {
        ModelBundle bundle = Training.with(FOREST).on(dataset);
        Dataset<Row> alarms = dataset.rows()
                .selectExpr("machine_id", "'pump.1' as component", "as_of as started_at")
                .where("machine_id = 'm2' and as_of = timestamp'2015-01-06 12:00:00Z'");

        Row row = Explainer.of(bundle).alarms(dataset.rows(), alarms).first();

        List<String> reasons = row.getList(row.fieldIndex("reasons"));
        assertThat(reasons).hasSizeBetween(1, 3);
        assertThat(reasons.get(0))
                .matches("volt (mean|last) 24 h is 1[12]\\d\\.\\d, \\d\\.\\d sd above the usual of the training rows");
    }

    @Test
    void alarmsWithoutFitRowOrKnownComponentGiveNoRow() {
        ModelBundle bundle = Training.with(FOREST).on(dataset);
        Dataset<Row> cold = dataset.rows()
                .where("feature_status <> 'OK'")
                .selectExpr("machine_id", "'pump.1' as component", "as_of as started_at");

        assertThat(Explainer.of(bundle).alarms(dataset.rows(), cold).count()).isZero();
        assertThat(Explainer.of(bundle)
                        .alarms(dataset.rows(), everyFitRow("gearbox"))
                        .count())
                .isZero();
    }

    @Test
    void modelWithoutFlatFormHasNoContributions() {
        ModelBundle bundle = Training.with(MllibTrainer.of(new NaiveBayes().setModelType("gaussian")))
                .on(dataset);

        assertThatThrownBy(() -> Explainer.of(bundle)).hasMessageContaining("'NaiveBayes' has no contributions");
    }

    private Dataset<Row> everyFitRow(String component) {
        return dataset.rows()
                .where("feature_status = 'OK'")
                .selectExpr("machine_id", "'" + component + "' as component", "as_of as started_at");
    }
}
