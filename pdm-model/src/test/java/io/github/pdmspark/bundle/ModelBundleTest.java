package io.github.pdmspark.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.mllib.BoostedTreesTrainer;
import io.github.pdmspark.mllib.LogisticRegressionTrainer;
import io.github.pdmspark.mllib.MllibTrainer;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.ModelFormat;
import io.github.pdmspark.model.Target;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
@ExtendWith(LocalSpark.class)
class ModelBundleTest {

    @TempDir
    Path folder;

    static Stream<Trainer> trainers() {
        return Stream.of(
                RandomForestTrainer.builder().trees(5).depth(4).build(),
                BoostedTreesTrainer.builder().rounds(2).depth(2).build(),
                LogisticRegressionTrainer.builder().iterations(5).build(),
                MllibTrainer.of(new NaiveBayes().setModelType("gaussian")));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void loadedBundleScoresBitForBitTheSame(Trainer trainer, SparkSession spark) {
        AlarmPolicy policy = AlarmPolicy.threshold(0.4).cooldown(Duration.ofHours(36));
        ModelBundle bundle = SmallBundle.trained(spark, trainer).withPolicy(policy);
        String path = folder.resolve("new/place").toString();

        bundle.save(path);
        ModelBundle loaded = ModelBundle.load(spark, path);

        DatasetAssert.assertThat(SmallBundle.scores(loaded, spark)).hasSameRowsAs(SmallBundle.scores(bundle, spark));
        assertThat(loaded.spec()).isEqualTo(bundle.spec());
        assertThat(loaded.target()).isEqualTo(bundle.target());
        assertThat(loaded.imputation()).isEqualTo(bundle.imputation());
        assertThat(loaded.provenance()).isEqualTo(bundle.provenance());
        assertThat(loaded.policy()).contains(policy);
        assertThat(loaded.modelId()).isEqualTo(bundle.modelId()).hasSize(12);
        assertThat(loaded.model().importances()).isEqualTo(bundle.model().importances());
    }

    @Test
    void savingLeavesOneFolderAndNothingElse(SparkSession spark) throws IOException {
        SmallBundle.trained(spark).save(folder.resolve("bundle").toString());

        assertThat(names(folder)).containsExactly("bundle");
        assertThat(names(folder.resolve("bundle")))
                .contains(
                        "features.json", "imputation.json", "manifest.json", "model", "provenance.json", "target.json")
                .doesNotContain("policy.json");
    }

    @Test
    void anotherPolicyIsTheSameModel(SparkSession spark) {
        ModelBundle bundle = SmallBundle.trained(spark);

        assertThat(bundle.withPolicy(AlarmPolicy.threshold(0.9)).modelId()).isEqualTo(bundle.modelId());
        assertThat(bundle.policy()).isEmpty();
    }

    @Test
    void nothingIsWrittenOverFilesOfOthers(SparkSession spark) throws IOException {
        ModelBundle bundle = SmallBundle.trained(spark);
        Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> bundle.save(folder.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> bundle.save(notes.toString())).hasMessageContaining("is not empty");
        assertThatThrownBy(() -> bundle.replace(folder.toString()))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("it has no manifest.json");
        assertThat(names(folder)).containsExactly("notes.txt");
    }

    /** A bundle holds a folder "model", so one that is called so itself must not look moved into its own place. */
    @Test
    void olderBundleCalledModelIsReplaced(SparkSession spark) throws IOException {
        ModelBundle bundle = SmallBundle.trained(spark);
        String path = folder.resolve("model").toString();

        bundle.save(path);
        bundle.replace(path);

        assertThat(ModelBundle.load(spark, path).modelId()).isEqualTo(bundle.modelId());
        assertThat(names(folder)).containsExactly("model");
    }

    @Test
    void olderBundleIsReplaced(SparkSession spark) throws IOException {
        ModelBundle old = SmallBundle.trained(spark);
        ModelBundle fresh = SmallBundle.trained(
                spark, RandomForestTrainer.builder().trees(2).depth(2).build());
        String path = folder.resolve("bundle").toString();

        old.save(path);
        fresh.replace(path);

        assertThat(ModelBundle.load(spark, path).modelId()).isEqualTo(fresh.modelId());
        assertThat(names(folder)).containsExactly("bundle");
    }

    @Test
    void bundleWithNotesOfOthersIsNotReplaced(SparkSession spark) throws IOException {
        ModelBundle bundle = SmallBundle.trained(spark);
        Path place = folder.resolve("bundle");
        bundle.save(place.toString());
        Files.writeString(place.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> bundle.replace(place.toString())).hasMessageContaining("such as 'notes.txt'");
        assertThat(place.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void failedSaveLeavesNothingBehind(SparkSession spark) throws IOException {
        ModelBundle good = SmallBundle.trained(spark);
        ModelBundle bad = ModelBundle.of(
                good.spec(), good.target(), good.imputation(), new Unsaveable(good.model()), good.provenance());
        String path = folder.resolve("bundle").toString();

        assertThatThrownBy(() -> bad.save(path)).hasMessage("disk full");
        assertThat(names(folder)).isEmpty();

        good.save(path);
        assertThatThrownBy(() -> bad.replace(path)).hasMessage("disk full");
        assertThat(names(folder)).containsExactly("bundle");
        assertThat(ModelBundle.load(spark, path).modelId()).isEqualTo(good.modelId());
    }

    @Test
    void partsThatDoNotFitAreRefused(SparkSession spark) {
        ModelBundle bundle = SmallBundle.trained(spark);
        FeatureSpec turned = new FeatureSpec(
                bundle.spec().cadence(),
                List.of(SmallBundle.FEATURES.get(1), SmallBundle.FEATURES.get(0)),
                Optional.empty(),
                0.8);
        Imputation others = new Imputation(bundle.imputation().fills().subList(0, 2));
        Target target = new Target(List.of("seal b", "pump.1"), Duration.ZERO, Duration.ofDays(7));

        assertThatThrownBy(() -> rebuilt(bundle, turned, bundle.target(), bundle.imputation()))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("PDM_BUNDLE_MISMATCH The imputation is for other features")
                .hasMessageContaining("Expected: [age, volt_mean_24h, heat.1_mean_24h]");
        assertThatThrownBy(() -> rebuilt(bundle, bundle.spec(), target, bundle.imputation()))
                .hasMessageContaining("The model has other classes than the target");
        assertThatThrownBy(() -> rebuilt(bundle, bundle.spec(), bundle.target(), others))
                .hasMessageContaining("The model reads other features than the imputation gives");
    }

    private static ModelBundle rebuilt(ModelBundle bundle, FeatureSpec spec, Target target, Imputation imputation) {
        return ModelBundle.of(spec, target, imputation, bundle.model(), bundle.provenance());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".crc"))
                    .sorted()
                    .toList();
        }
    }

    /** A model whose format fails after it wrote something. */
    private record Unsaveable(Model model) implements Model, ModelFormat {

        @Override
        public List<String> features() {
            return model.features();
        }

        @Override
        public List<String> classes() {
            return model.classes();
        }

        @Override
        public org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> score(
                org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> rows) {
            return model.score(rows);
        }

        @Override
        public java.util.Map<String, Double> importances() {
            return model.importances();
        }

        @Override
        public ModelFormat format() {
            return this;
        }

        @Override
        public String algorithm() {
            return model.algorithm();
        }

        @Override
        public String name() {
            return "unsaveable";
        }

        @Override
        public void write(Model ignored, SparkSession spark, String folder) {
            model.format().write(model, spark, folder);
            throw new IllegalStateException("disk full");
        }

        @Override
        public List<io.github.pdmspark.error.Problem> inspect(SparkSession spark, String folder) {
            return List.of();
        }

        @Override
        public Model read(SparkSession spark, String folder, List<String> features, List<String> classes) {
            return model;
        }
    }
}
