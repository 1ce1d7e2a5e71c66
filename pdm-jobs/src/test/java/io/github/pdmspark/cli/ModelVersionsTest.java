package io.github.pdmspark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.publication.PublishedFolder;
import io.github.pdmspark.storage.ModelPlace;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code train} publishes versions; the other commands use the latest one or the one that is named. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelVersionsTest {

    private final SparkSession spark;
    private CommandFleet fleet;

    ModelVersionsTest(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeAll
    void train(@TempDir Path folder) throws IOException {
        fleet = CommandFleet.trained(spark, folder);
    }

    @Test
    void everyTrainingIsAVersionThatCanBeNamed() throws IOException {
        String[] later = {"--set", "policy.threshold=0.4"};
        assertThat(train("model", later).get("model_version").asInt()).isEqualTo(2);

        assertThat(threshold("model")).isEqualTo(0.4);
        assertThat(threshold("model@v1")).isEqualTo(0.3);
        score("model@v1");
        assertThat(fleet.progress()).contains("model_version=1");
        score("model");
        assertThat(fleet.progress()).contains("model_version=2");
        fleet.expect(
                ExitCode.OK,
                "evaluate",
                "--landing",
                fleet.path("landing"),
                "--model",
                fleet.path("model@v1"),
                "--set",
                "evaluation={match_within: 48h}");
        assertThat(fleet.progress()).contains("model_version=1");
        assertThat(train("model@v1", later).get("model_version").asInt())
                .as("a version that is named in the specification does not change")
                .isEqualTo(3);
        assertThat(threshold("model@v1")).isEqualTo(0.3);
    }

    @Test
    void sameModelAgainIsNoNewVersion() {
        ModelPlace place = ModelPlace.of(spark, fleet.path("other"));
        ModelPlace.Found first = place.save(load("model@v1"));
        assertThat(place.save(load("model@v1"))).isEqualTo(first);
        assertThat(place.find()).isEqualTo(first);
        assertThat(PublishedFolder.at(spark, place.root()).list()).hasSize(1);
    }

    @Test
    void versionThatIsNotThereIsRefusedWithTheNumbers() {
        assertThat(fleet.run("score", "--model", fleet.path("model@v9"), "--from", "2015-02-20"))
                .isEqualTo(ExitCode.FAILURE.code());
        assertThat(fleet.progress()).contains("has no version 9", "name one of [1");
    }

    @Test
    void plainBundleGoesOnWorking() throws IOException {
        load("model@v1").save(fleet.path("plain"));
        score("plain");
        JsonNode trained = train("plain", "--set", "policy.threshold=0.6");
        assertThat(trained.has("model_version")).isFalse();
        assertThat(threshold("plain")).isEqualTo(0.6);
        assertThat(PublishedFolder.at(spark, fleet.path("plain")).latest()).isEmpty();
    }

    @Test
    void bundleWhoseNameLooksLikeAVersionIsABundle() {
        load("model@v1").save(fleet.path("pumps@v3"));
        ModelPlace place = ModelPlace.of(spark, fleet.path("pumps@v3"));
        assertThat(place.find()).isEqualTo(new ModelPlace.Found(fleet.path("pumps@v3"), Optional.empty()));
    }

    @Test
    void folderOfSomebodyElseIsRefusedBeforeTraining() throws IOException {
        Path folder = Files.createDirectories(Path.of(fleet.path("thesis")));
        Files.writeString(folder.resolve("chapter.txt"), "one");
        assertThat(fleet.run("train", "--model", folder.toString())).isEqualTo(ExitCode.USAGE.code());
        assertThat(fleet.progress()).contains("holds 'chapter.txt'").doesNotContain("step=read");
        assertThat(folder).isDirectoryNotContaining("glob:**{data,_pdm}");
    }

    private JsonNode train(String model, String... more) throws IOException {
        String[] arguments = {"train", "--landing", fleet.path("landing"), "--model", fleet.path(model)};
        return fleet.expect(ExitCode.OK, CommandFleet.with(more, arguments));
    }

    private void score(String model) throws IOException {
        fleet.expect(
                ExitCode.OK,
                "score",
                "--landing",
                fleet.path("landing"),
                "--model",
                fleet.path(model),
                "--from",
                "2015-02-20",
                "--to",
                "2015-02-21");
    }

    private double threshold(String model) {
        return load(model).policy().orElseThrow().threshold();
    }

    private ModelBundle load(String model) {
        return ModelBundle.load(
                spark, ModelPlace.of(spark, fleet.path(model)).find().folder());
    }
}
