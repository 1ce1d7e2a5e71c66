package io.github.pdmspark.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.evaluation.RowMetrics;
import io.github.pdmspark.mllib.MllibTrainer;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.scoring.WearingFleet;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.training.Training;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Voltage announces pumps, heat seals; model and weight of a machine say nothing. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermutationImportanceTest {

    private LabelledDataset dataset;
    private TemporalSplit split;
    private ModelBundle bundle;

    PermutationImportanceTest(SparkSession spark) {
        dataset = WearingFleet.dataset(spark);
    }

    @BeforeAll
    void train(@TempDir Path folder) {
        dataset = dataset.materialized(folder.resolve("dataset").toString());
        split = TemporalSplit.of(dataset).trainUntil("2015-01-18").testFrom("2015-01-18");
        bundle = Training.with(
                        RandomForestTrainer.builder().trees(10).depth(5).seed(1).build())
                .on(split.train());
    }

    @Test
    void sensorsThatAnnounceFailuresAreImportantAndNothingElse() {
        ImportanceReport report = PermutationImportance.of(bundle).on(split.test());

        assertThat(report.groups().subList(0, 2))
                .extracting(FeatureImportance::name)
                .containsExactlyInAnyOrder("volt", "heat.1");
        assertThat(report.groups().subList(0, 2))
                .allSatisfy(sensor ->
                        assertThat(sensor.drop()).isGreaterThan(0.1).isGreaterThan(3 * sensor.spread() / Math.sqrt(5)));
        assertThat(report.groups().subList(2, 4))
                .allSatisfy(other -> assertThat(Math.abs(other.drop())).isLessThan(0.1));
        assertThat(report.features()).hasSize(bundle.spec().featureNames().size());
        assertThat(report.toString()).startsWith("average precision 0.").contains("heat.1");
    }

    /** The two columns of a sensor can stand in for each other; without both the model is lost. */
    @Test
    void groupLosesAtLeastWhatItsColumnsLose() {
        ImportanceReport report = PermutationImportance.of(bundle).on(split.test());

        double group = drop(report.groups(), "volt");
        assertThat(group).isGreaterThan(drop(report.features(), "volt_mean_24h"));
        assertThat(group).isGreaterThan(drop(report.features(), "volt_last_24h"));
    }

    @Test
    void precisionIsThatOfTheScoreTable() {
        ImportanceReport report = PermutationImportance.of(bundle).on(split.test());

        RowMetrics rows = Evaluator.rows(
                        ScoringPipeline.of(bundle)
                                .scoreFeatures(split.test().rows())
                                .rows(),
                        split.test())
                .metrics();
        double mean = rows.components().stream()
                .mapToDouble(one -> one.averagePrecision().value().orElseThrow())
                .average()
                .orElseThrow();
        assertThat(report.averagePrecision().value().orElseThrow()).isCloseTo(mean, within(1e-12));
        assertThat(report.rows()).isEqualTo(split.test().usable().rows().count());
    }

    @Test
    void seedAloneDecides() {
        PermutationImportance importance = PermutationImportance.of(bundle).repeats(2);
        LabelledDataset shuffled = split.test().where(functions.rand(3).geq(0));

        assertThat(importance.on(shuffled)).isEqualTo(importance.on(split.test()));
        assertThat(importance.seed(7).on(split.test())).isNotEqualTo(importance.on(split.test()));
    }

    @Test
    void sliceOfOneClassHasNoImportancesButAReason() {
        ImportanceReport report = PermutationImportance.of(bundle)
                .on(split.test().where(functions.col("label").isNull()));

        assertThat(report.averagePrecision().reason())
                .contains("no component has both rows before a failure and others");
        assertThat(report.groups()).isEmpty();
    }

    @Test
    void modelWithoutFlatFormIsRefused() {
        ModelBundle other = Training.with(MllibTrainer.of(new NaiveBayes().setModelType("gaussian")))
                .on(split.train());

        assertThatThrownBy(() -> PermutationImportance.of(other)).hasMessageContaining("'NaiveBayes' has no flat form");
        assertThatThrownBy(() -> PermutationImportance.of(bundle).repeats(1))
                .hasMessage("A spread needs 2 repetitions or more, not 1.");
    }

    private static double drop(List<FeatureImportance> all, String name) {
        return all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .drop();
    }
}
