package io.github.pdmspark.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.increment.HaltingJvm;
import io.github.pdmspark.increment.TrainedModels;
import io.github.pdmspark.publication.FaultFileSystem.Fault;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Promises R6 and R7 for folders: the n-th change on disk fails, for every n; the JVM dies at every step. */
@ExtendWith(LocalSpark.class)
@Tag("slow")
class FolderFaultTest {

    private final SparkSession spark;

    @TempDir
    private Path root;

    FolderFaultTest(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeEach
    void useTheFileSystem() {
        EveryFault.install(spark);
    }

    @AfterEach
    void noFault() {
        EveryFault.none();
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "AFTER"})
    void everyFaultLeavesTheOldOrTheNewFilesAndSaysWhich(Fault fault) throws IOException {
        int found = EveryFault.of(fault, trial -> {
            Path place = root.resolve(trial.toString());
            publish(place, "old");
            boolean published = trial.publishes(() -> publish(place, "new"));

            PublishedVersion latest = at(place).latest().orElseThrow();
            assertThat(TextFiles.in(latest)).as("%s", trial).isEqualTo(TextFiles.of(published ? "new" : "old"));
            assertNextRunSucceedsAndCleans(place, () -> publish(place, "new"));
            assertThat(TextFiles.in(at(place).latest().orElseThrow())).isEqualTo(TextFiles.of("new"));
        });
        publish(root.resolve("count"), "old");
        assertThat(found)
                .as("changes on disk that failed")
                .isEqualTo(EveryFault.changes(() -> publish(root.resolve("count"), "new")));
        System.out.println("folder, fault " + fault + ": " + found + " changes");
    }

    /** One change in five unless {@code -Dpdm.faults.step=1} says all: most of them are Spark writing the files of a model. */
    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "AFTER"})
    void faultsLeaveTheOldOrTheNewModelAndSayWhich(Fault fault) throws IOException {
        ModelBundle old = TrainedModels.small(spark, root.resolve("fleet"));
        ModelBundle fresh = old.withPolicy(TrainedModels.policy());
        Path before = root.resolve("before");
        publish(before, old);
        Path count = root.resolve("count");
        FileUtils.copyDirectory(before.toFile(), count.toFile());
        int changes = EveryFault.changes(() -> publish(count, fresh));
        int tried = EveryFault.some(fault, Integer.getInteger("pdm.faults.step", 5), changes, trial -> {
            Path place = root.resolve(trial.toString());
            FileUtils.copyDirectory(before.toFile(), place.toFile());
            boolean published = trial.publishes(() -> publish(place, fresh));

            assertThat(latest(place).policy()).as("%s", trial).isEqualTo(published ? fresh.policy() : old.policy());
            publish(place, fresh);
            assertThat(at(place).list()).as("%s", trial).hasSize(2);
        });
        System.out.println("model, fault " + fault + ": " + tried + " of " + changes + " changes");
    }

    @ParameterizedTest
    @EnumSource(
            value = PublishStep.class,
            names = {"STAGED", "COMMITTED", "CLEANED"})
    void killedJvmLeavesTheOldOrTheNewFiles(PublishStep step) throws IOException, InterruptedException {
        Path place = root.resolve(step.name());
        publish(place, "old");

        HaltingJvm.run(root.resolve(step + ".log"), Child.class, place.toString(), step.name());

        String expected = step == PublishStep.STAGED ? "old" : "new";
        assertThat(TextFiles.in(at(place).latest().orElseThrow())).isEqualTo(TextFiles.of(expected));
        assertNextRunSucceedsAndCleans(place, () -> publish(place, "new"));
        assertThat(TextFiles.in(at(place).latest().orElseThrow())).isEqualTo(TextFiles.of("new"));
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "AFTER"})
    void everyFaultLeavesTheOldOrTheNewReport(Fault fault) throws IOException {
        int found = EveryFault.of(fault, trial -> {
            Path report = root.resolve(trial.toString()).resolve("report.html");
            write(report, "old");
            boolean written = trial.publishes(() -> write(report, "new"));

            String left = Files.readString(report);
            assertThat(left).as("%s", trial).isIn("old", "new");
            if (written) {
                assertThat(left).as("%s", trial).isEqualTo("new");
            }
            write(report, "new");
            assertThat(report).hasContent("new");
        });
        write(root.resolve("count/report.html"), "old");
        assertThat(found)
                .as("changes on disk that failed")
                .isEqualTo(EveryFault.changes(() -> write(root.resolve("count/report.html"), "new")));
    }

    private void write(Path file, String text) {
        try {
            WholeFile.write(spark, "fault://" + file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Twice, as deleting is for what is older than now. */
    private static void assertNextRunSucceedsAndCleans(Path place, Runnable publication) throws IOException {
        publication.run();
        publication.run();
        try (Stream<Path> data = Files.list(place.resolve("data"))) {
            assertThat(data).as("data folders, %s", place).hasSize(2);
        }
        assertThat(place.resolve("_pdm/staged")).as("%s", place).isEmptyDirectory();
    }

    private void publish(Path place, String batch) {
        publish(spark, place, batch, step -> {});
    }

    private static void publish(SparkSession spark, Path place, String batch, Consumer<PublishStep> watcher) {
        at(spark, place).watchedBy(watcher).publish(batch, "v1", TextFiles.writer(spark, batch));
    }

    private void publish(Path place, ModelBundle model) {
        at(place).publish("model", model.fingerprint(), model::save);
    }

    private ModelBundle latest(Path place) {
        String path = at(place).latest().orElseThrow().path();
        return ModelBundle.load(spark, URI.create(path).getPath());
    }

    private PublishedFolder at(Path place) {
        return at(spark, place);
    }

    private static PublishedFolder at(SparkSession spark, Path place) {
        return PublishedFolder.at(spark, "fault://" + place).abandonedAfter(Duration.ZERO);
    }

    /** Publishes the new files and dies at a step. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            SparkSession spark = LocalSpark.session();
            EveryFault.install(spark);
            publish(spark, Path.of(arguments[0]), "new", HaltingJvm.at(PublishStep.valueOf(arguments[1])));
        }
    }
}
