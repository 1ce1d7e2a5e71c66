package io.github.pdmspark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.BoostedTreesTrainer;
import io.github.pdmspark.mllib.DecisionTreeTrainer;
import io.github.pdmspark.mllib.LogisticRegressionTrainer;
import io.github.pdmspark.mllib.MllibTrainer;
import io.github.pdmspark.mllib.NamedTrainers;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.scoring.WearingFleet;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
@ExtendWith(LocalSpark.class)
class RetrainingTest {

    private static final Trainer FOREST =
            RandomForestTrainer.builder().trees(4).depth(4).seed(5).build();

    private final SparkSession spark;

    RetrainingTest(SparkSession spark) {
        this.spark = spark;
    }

    static Stream<Trainer> namedTrainers() {
        return Stream.of(
                RandomForestTrainer.builder()
                        .trees(7)
                        .depth(3)
                        .featureSubset("sqrt")
                        .subsamplingRate(0.7)
                        .seed(-4)
                        .build(),
                DecisionTreeTrainer.builder()
                        .depth(2)
                        .minInstancesPerNode(9)
                        .seed(8)
                        .build(),
                BoostedTreesTrainer.builder()
                        .rounds(3)
                        .depth(2)
                        .stepSize(0.05)
                        .seed(9)
                        .build(),
                LogisticRegressionTrainer.builder()
                        .regularisation(0.25)
                        .iterations(12)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("namedTrainers")
    void namedTrainerIsBuiltFromWhatItSaysAboutItself(Trainer trainer) {
        Trainer again =
                NamedTrainers.of(trainer.algorithm(), trainer.parameters()).orElseThrow();

        assertThat(again).isExactlyInstanceOf(trainer.getClass());
        assertThat(again.parameters()).isEqualTo(trainer.parameters());
    }

    @Test
    void otherTrainersAreNotGuessed() {
        assertThat(NamedTrainers.of("NaiveBayes", Map.of())).isEmpty();
        assertThat(NamedTrainers.of("random-forest", Map.of("trees", "3"))).isEmpty();
        Map<String, String> more = new java.util.TreeMap<>(FOREST.parameters());
        more.put("impurity", "entropy");
        assertThat(NamedTrainers.of("random-forest", more)).isEmpty();
    }

    /** The same range again gives the same scores to the last bit; a later range gives another model. */
    @Test
    void recipeIsFollowedOnTheNewRange(@TempDir Path folder) {
        TimeRange first = TimeRange.of(WearingFleet.START, WearingFleet.START.plus(Duration.ofDays(18)));
        FleetHistory history = WearingFleet.history(spark);
        ModelBundle parent = Training.with(FOREST)
                .balanced()
                .negativesKept(0.6, 3)
                .partitions(3)
                .on(WearingFleet.dataset(spark).between(TimeRange.of(first.start(), lastRow(first))));
        String path = folder.resolve("parent").toString();
        parent.save(path);

        ModelBundle again = Retraining.of(ModelBundle.load(spark, path)).on(history, first);
        ModelBundle later =
                Retraining.of(parent).on(history, TimeRange.from(WearingFleet.START.plus(Duration.ofDays(6))));

        DatasetAssert.assertThat(scores(again)).hasSameRowsAs(scores(parent));
        assertThat(again.provenance().trainedOn()).isEqualTo(parent.provenance().trainedOn());
        assertThat(again.provenance().preparation())
                .isEqualTo(parent.provenance().preparation());
        assertThat(again.provenance().parent()).contains(parent.modelId());
        assertThat(again.modelId()).isNotEqualTo(parent.modelId());
        assertThat(parent.provenance().parent()).isEmpty();
        assertThat(later.spec()).isEqualTo(parent.spec());
        assertThat(later.provenance().trainedOn().firstAsOf()).isEqualTo(WearingFleet.START.plus(Duration.ofDays(6)));
        assertThat(later.policy()).isEmpty();
    }

    @Test
    void anotherRecipeIsRefused() {
        ModelBundle bayes = Training.with(MllibTrainer.of(new NaiveBayes().setModelType("gaussian")))
                .on(WearingFleet.dataset(spark));

        assertThatThrownBy(() -> Retraining.of(bayes))
                .hasMessageContaining("cannot be built from its settings. Give the trainer");
        assertThatThrownBy(() -> Retraining.of(bayes, FOREST)).hasMessageContaining("not by 'random-forest'");
        assertThatThrownBy(() -> Retraining.of(bayes, MllibTrainer.of(new NaiveBayes().setModelType("gaussian")))
                        .labelled(FailureLabel.within(Duration.ofDays(9))))
                .hasMessageContaining("the label asks lead PT0S and horizon PT216H");
    }

    /** The last row whose label of three days ends in the range belongs to it. */
    private static Instant lastRow(TimeRange range) {
        return range.end().minus(Duration.ofDays(3)).plusNanos(1_000);
    }

    private Dataset<Row> scores(ModelBundle bundle) {
        return bundle.model()
                .score(bundle.imputation().apply(WearingFleet.dataset(spark).rows()))
                .select("machine_id", "as_of", "class_scores");
    }
}
