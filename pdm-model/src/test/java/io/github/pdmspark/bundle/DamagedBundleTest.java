package io.github.pdmspark.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Bad disks and broken copies. */
@ExtendWith(LocalSpark.class)
class DamagedBundleTest {

    private static final long SEED = 20261121;

    private static Path saved = Path.of("unset");

    @TempDir
    Path folder;

    private final SparkSession spark;
    private Path bundle;

    DamagedBundleTest(SparkSession spark) {
        this.spark = spark;
        bundle = Path.of("unset");
    }

    @BeforeAll
    static void train(@TempDir Path shared) throws IOException {
        saved = shared.resolve("bundle");
        SmallBundle.trained(LocalSpark.session())
                .withPolicy(AlarmPolicy.threshold(0.4))
                .save(saved.toString());
        BundleFiles.deleteHadoopChecksums(saved);
    }

    @BeforeEach
    void copy() throws IOException {
        bundle = BundleFiles.copy(saved, folder.resolve("bundle"));
    }

    @Test
    void withoutHadoopChecksumsItStillLoads() {
        assertThat(ModelBundle.load(spark, bundle.toString()).policy()).isPresent();
    }

    @Test
    void flippedByteInAnyFileIsRefusedByName() throws IOException {
        flipBytes(3);
    }

    @Test
    @Tag("slow")
    void sixtyFlippedBytesInEveryFileAreRefused() throws IOException {
        flipBytes(60);
    }

    private void flipBytes(int flips) throws IOException {
        Random random = new Random(SEED);
        for (Path file : BundleFiles.files(bundle)) {
            byte[] good = Files.readAllBytes(file);
            for (int i = 0; i < Math.min(flips, good.length); i++) {
                byte[] bad = good.clone();
                int position = random.nextInt(bad.length);
                bad[position] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                Files.write(file, bad);
                refused()
                        .as("%s, byte %d, seed %d", file, position, SEED)
                        .hasMessageContaining(bundle.relativize(file).toString());
            }
            Files.write(file, good);
        }
        assertThat(ModelBundle.load(spark, bundle.toString()).policy()).isPresent();
    }

    @Test
    void flippedByteUnderHadoopChecksumsIsRefusedToo() throws IOException {
        Path fresh = folder.resolve("fresh");
        SmallBundle.trained(spark).save(fresh.toString());
        Path file = fresh.resolve("features.json");
        byte[] bytes = Files.readAllBytes(file);
        bytes[5] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> ModelBundle.load(spark, fresh.toString()))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("PDM_BUNDLE_DAMAGED Bundle file 'features.json'");
    }

    @Test
    void anyRemovedFileIsNamed() throws IOException {
        for (Path file : BundleFiles.files(bundle)) {
            byte[] good = Files.readAllBytes(file);
            Files.delete(file);
            refused().hasMessageContaining(bundle.relativize(file).toString());
            Files.write(file, good);
        }
    }

    @Test
    void addedAndRenamedFilesAreNamed() throws IOException {
        Path added = Files.writeString(bundle.resolve("model/extra.bin"), "x");
        refused().hasMessageContaining("'model/extra.bin' is not in the manifest");
        Files.delete(added);

        Files.move(bundle.resolve("target.json"), bundle.resolve("Target.json"));
        refused()
                .hasMessageContaining("'target.json' is missing")
                .hasMessageContaining("'Target.json' is not in the manifest");
    }

    @Test
    void cutFileIsRefusedBySize() throws IOException {
        BundleFiles.edit(bundle.resolve("provenance.json"), text -> text.substring(0, 10));

        refused().hasMessageContaining("'provenance.json' has 10 bytes, the manifest says");
    }

    @Test
    void everyProblemIsReportedAtOnce() throws IOException {
        Files.delete(bundle.resolve("target.json"));
        Files.delete(bundle.resolve("policy.json"));

        refused().hasMessageContaining("'target.json'").hasMessageContaining("'policy.json'");
    }

    @Test
    void folderThatIsNoBundleIsForeign() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> ModelBundle.load(spark, empty.toString()))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("PDM_BUNDLE_FOREIGN")
                .hasMessageContaining("it has no manifest.json");
        assertThatThrownBy(
                        () -> ModelBundle.load(spark, folder.resolve("nowhere").toString()))
                .hasMessageContaining("it does not exist");
    }

    @Test
    void otherFormatVersionIsForeign() throws IOException {
        BundleFiles.editManifest(bundle, text -> text.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2"));

        refused()
                .hasMessageStartingWith("PDM_BUNDLE_FOREIGN")
                .hasMessageContaining("format version 2, this library reads 1");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused() {
        return assertThatThrownBy(() -> ModelBundle.load(spark, bundle.toString()))
                .isInstanceOf(BundleException.class);
    }
}
