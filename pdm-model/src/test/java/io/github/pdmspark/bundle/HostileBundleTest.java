package io.github.pdmspark.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles made to run code or to read elsewhere; every manifest here has the right hashes. */
@ExtendWith(LocalSpark.class)
class HostileBundleTest {

    private static final String MARKER = "io.github.pdmspark.bundle.Marker";
    private static final String METADATA = "model/classifier/metadata/part.*";

    private static Path saved = Path.of("unset");

    @TempDir
    Path folder;

    private final SparkSession spark;
    private Path bundle;

    HostileBundleTest(SparkSession spark) {
        this.spark = spark;
        bundle = Path.of("unset");
    }

    @BeforeAll
    static void train(@TempDir Path shared) throws IOException {
        saved = shared.resolve("bundle");
        SmallBundle.trained(LocalSpark.session()).save(saved.toString());
        BundleFiles.deleteHadoopChecksums(saved);
    }

    @BeforeEach
    void copy() throws IOException {
        bundle = BundleFiles.copy(saved, folder.resolve("bundle"));
    }

    @AfterEach
    void markerWasNeverLoaded() {
        assertThat(System.getProperty("pdm.test.marker")).isNull();
    }

    @Test
    void relistedBundleLoads() throws IOException {
        BundleFiles.relist(bundle);

        assertThat(ModelBundle.load(spark, bundle.toString()).model().algorithm())
                .isEqualTo("decision-tree");
    }

    @Test
    void foreignClassInMetadataIsRefused() throws IOException {
        Path metadata = BundleFiles.find(bundle, METADATA);
        BundleFiles.edit(
                metadata,
                text -> text.replace("org.apache.spark.ml.classification.DecisionTreeClassificationModel", MARKER));
        BundleFiles.relist(bundle);

        refused().hasMessageStartingWith("PDM_BUNDLE_FOREIGN").hasMessageContaining("the class '" + MARKER + "'");
    }

    /** A pipeline would be read by MLlib with whatever classes its stages name. */
    @Test
    void pipelineIsNotOnTheList() throws IOException {
        Path metadata = BundleFiles.find(bundle, METADATA);
        BundleFiles.edit(
                metadata,
                text -> text.replace(
                        "org.apache.spark.ml.classification.DecisionTreeClassificationModel",
                        "org.apache.spark.ml.PipelineModel"));
        BundleFiles.relist(bundle);

        refused().hasMessageContaining("org.apache.spark.ml.PipelineModel");
    }

    @Test
    void classGivenTwiceIsRefused() throws IOException {
        Path metadata = BundleFiles.find(bundle, METADATA);
        BundleFiles.edit(metadata, text -> text.replaceFirst("\\{", "{\"class\":\"" + MARKER + "\","));
        BundleFiles.relist(bundle);

        refused().hasMessageContaining("Duplicate field 'class'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../elsewhere", "a/b", "C:\\\\x", "..", ""})
    void identityThatIsAPathIsRefused(String identity) throws IOException {
        Path metadata = BundleFiles.find(bundle, METADATA);
        BundleFiles.edit(
                metadata,
                text -> text.replaceFirst("\\{", "{\"stageUids\":[\"" + identity.replace("\\", "\\\\") + "\"],"));
        BundleFiles.relist(bundle);

        refused().hasMessageContaining("is not plain");
    }

    @Test
    void secondMetadataFileAndSerialisedObjectsAreRefused() throws IOException {
        Files.writeString(bundle.resolve("model/classifier/metadata/part-00001"), "{\"class\":\"" + MARKER + "\"}");
        Files.write(bundle.resolve("model/classifier/data/object.ser"), new byte[] {(byte) 0xac, (byte) 0xed, 0, 5});
        BundleFiles.relist(bundle);

        refused()
                .hasMessageContaining("must hold one file, but holds 2")
                .hasMessageContaining("'classifier/data/object.ser' is refused: MLlib writes no such file");
    }

    @Test
    void extraStageIsRefused() throws IOException {
        BundleFiles.copy(bundle.resolve("model/classifier"), bundle.resolve("model/stages"));
        BundleFiles.relist(bundle);

        refused().hasMessageContaining("belongs to no classifier of the model");
    }

    /** Spark makes an instance of the class of a user-defined type when it reads the schema of a Parquet file. */
    @Test
    void classInParquetSchemaIsRefused() throws IOException {
        Path data = BundleFiles.find(bundle, "model/classifier/data/.*parquet");
        Files.delete(data);
        Path forged = HostileParquet.write(data.resolveSibling("part-00000-forged.snappy.parquet"), MARKER);
        BundleFiles.relist(bundle);

        refused()
                .hasMessageContaining(forged.getFileName().toString())
                .hasMessageContaining("the class '" + MARKER + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "/etc/hostname",
                "a/../../secret.txt",
                "./target.json",
                "a//b",
                "...",
                "a\\\\b",
                "%2e%2e/x"
            })
    void pathThatCouldLeaveTheFolderIsRefused(String path) throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "x");
        BundleFiles.editManifest(bundle, text -> text.replace("\"target.json\"", "\"" + path + "\""));

        refused().hasMessageStartingWith("PDM_BUNDLE_DAMAGED").hasMessageContaining("lies outside the folder");
    }

    @Test
    void symbolicLinkIsRefused() throws IOException {
        Path file = bundle.resolve("target.json");
        Path elsewhere = Files.move(file, folder.resolve("elsewhere.json"));
        Files.createSymbolicLink(file, elsewhere);
        refused().hasMessageContaining("'target.json' is a symbolic link");
        Files.delete(file);
        Files.move(elsewhere, file);

        Path model = Files.move(bundle.resolve("model"), folder.resolve("model"));
        Files.createSymbolicLink(bundle.resolve("model"), model);
        refused().hasMessageContaining("'model' is not in the manifest");
    }

    @Test
    void unknownModelFormatIsRefused() throws IOException {
        BundleFiles.editManifest(bundle, text -> text.replace("\"mllib\"", "\"" + MARKER + "\""));

        refused().hasMessageContaining("its model format is '" + MARKER + "', known are [mllib]");
    }

    @Test
    void manifestOfAnotherModelIsRefused() throws IOException {
        BundleFiles.edit(bundle.resolve("target.json"), text -> text.replace("PT168H", "PT24H"));
        BundleFiles.relist(bundle);

        refused().hasMessageStartingWith("PDM_BUNDLE_MISMATCH The manifest does not belong to the files beside it");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused() {
        return assertThatThrownBy(() -> ModelBundle.load(spark, bundle.toString()))
                .isInstanceOf(BundleException.class);
    }
}
