package io.github.pdmspark.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.portable.RecordJson;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R15: bundles that were saved by earlier versions and by other Spark lines are read and score bit for bit the same. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class GoldenBundleTest {

    static List<Path> releases() throws IOException {
        return children(root());
    }

    static List<Path> bundles() throws IOException {
        return releases().stream().flatMap(release -> kinds(release).stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void keptBundleScoresTheSameOrIsOfALaterSparkAndRefused(Path folder, SparkSession spark) throws IOException {
        String path = folder.resolve(GoldenBundles.BUNDLE).toString();
        ModelBundle bundle;
        try {
            bundle = ModelBundle.load(spark, path);
        } catch (BundleException e) {
            assertThat(SparkLine.isOlder(spark.version(), writtenBy(folder)))
                    .as(e.getMessage())
                    .isTrue();
            assertThat(kindOf(folder)).as(e.getMessage()).isIn("forest", "boosted");
            assertThat(e.condition()).isEqualTo(ErrorCondition.PDM_BUNDLE_FOREIGN);
            assertThat(e)
                    .hasMessageContaining("saved by Spark " + writtenBy(folder) + " in a form that Spark "
                            + spark.version() + " does not know");
            return;
        }

        assertThat(GoldenBundles.scores(bundle, spark, folder))
                .as("%s under Spark %s", folder, spark.version())
                .isEqualTo(Files.readAllLines(folder.resolve(GoldenBundles.SCORES)));
    }

    private static String writtenBy(Path folder) throws IOException {
        Path manifest = folder.resolve(GoldenBundles.BUNDLE).resolve(Manifest.FILE);
        return RecordJson.read(Files.readString(manifest), Manifest.class).sparkVersion();
    }

    @Test
    void linesOfSparkAreComparedAsNumbers() {
        assertThat(SparkLine.isOlder("3.5.6", "4.0.1")).isTrue();
        assertThat(SparkLine.isOlder("4.9.0", "4.10.0")).isTrue();
        assertThat(SparkLine.isOlder("4.0.1", "4.0.2")).isFalse();
        assertThat(SparkLine.isOlder("4.1.0", "4.0.1")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyKindOfTrainerIsKept(Path release) {
        assertThat(kinds(release))
                .extracting(GoldenBundleTest::kindOf)
                .containsExactlyInAnyOrderElementsOf(GoldenBundles.kinds().keySet());
    }

    @Test
    void formatAndLineThatRunAreKept(SparkSession spark) throws IOException {
        assertThat(releases())
                .extracting(release -> release.getFileName().toString())
                .as("run scripts/golden")
                .contains(GoldenBundles.name(spark));
    }

    private static String kindOf(Path folder) {
        return folder.getFileName().toString();
    }

    private static List<Path> kinds(Path release) {
        try {
            return children(release);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static Path root() {
        URL golden = Objects.requireNonNull(GoldenBundleTest.class.getResource("/golden"));
        try {
            return Path.of(golden.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
