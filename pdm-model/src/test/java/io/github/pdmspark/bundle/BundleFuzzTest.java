package io.github.pdmspark.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.portable.PortableScorer;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** R21: changed manifests and portable files, sealed again as an attacker would, are read or refused; the seed replays it. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class BundleFuzzTest {

    private static final long SEED = 20261125;
    private static final long LIMIT_NANOS = 5_000_000_000L;
    private static final int MANIFESTS = 300;
    private static final int PORTABLE_FILES = 2_000;
    private static final int HASH_BYTES = 32;
    private static final String TOKENS = "{}[]\",:.0123456789e-+/\\truefalsenull\u0000\uffff";

    @TempDir
    private Path folder;

    @Test
    void changedManifestsAreReadOrRefused(SparkSession spark) throws IOException {
        Path bundle = folder.resolve("bundle");
        SmallBundle.trained(spark).save(bundle.toString());
        BundleFiles.deleteHadoopChecksums(bundle);
        Path manifest = bundle.resolve(Manifest.FILE);
        String good = Files.readString(manifest);
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < MANIFESTS; i++) {
            Files.writeString(manifest, mutated(good, random));
            seal(bundle);
            refused += isRefused(i, Files.readAllBytes(manifest), () -> ModelBundle.load(spark, bundle.toString()))
                    ? 1
                    : 0;
        }
        assertThat(refused).as("seed %d", SEED).isGreaterThan(MANIFESTS / 2);
    }

    @Test
    void changedPortableFilesAreReadOrRefused(SparkSession spark) throws IOException {
        Path file = folder.resolve("model.pdm");
        SmallBundle.trained(spark).portable().orElseThrow().save(file);
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < PORTABLE_FILES; i++) {
            byte[] bad = mutated(good, random);
            Files.write(file, bad);
            refused += isRefused(i, bad, () -> PortableScorer.load(file)) ? 1 : 0;
        }
        assertThat(refused).as("seed %d", SEED).isGreaterThan(PORTABLE_FILES / 2);
    }

    private static boolean isRefused(int number, byte[] input, Load load) {
        long start = System.nanoTime();
        boolean refused = false;
        try {
            load.run();
        } catch (BundleException e) {
            refused = true;
        } catch (Exception | Error e) {
            throw new AssertionError(
                    "case " + number + " of seed " + SEED + ": " + new String(input, StandardCharsets.ISO_8859_1), e);
        }
        assertThat(System.nanoTime() - start)
                .as("case %d of seed %d", number, SEED)
                .isLessThan(LIMIT_NANOS);
        return refused;
    }

    /** Gives a manifest that can still be read the checksum of what it says now. */
    private static void seal(Path bundle) throws IOException {
        try {
            BundleFiles.reseal(bundle);
        } catch (IllegalArgumentException e) {
            return; // not a manifest any more, so there is nothing to seal
        }
    }

    private static String mutated(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int change = 1 + random.nextInt(3); change > 0; change--) {
            int place = random.nextInt(text.length());
            int end = Math.min(text.length(), place + 1 + random.nextInt(30));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(place, TOKENS.charAt(random.nextInt(TOKENS.length())));
                case 1 -> text.delete(place, end);
                default -> text.insert(place, text.substring(place, end));
            }
        }
        return text.toString();
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] body = Arrays.copyOf(good, good.length - HASH_BYTES);
        if (random.nextInt(10) == 0) {
            body = Arrays.copyOf(body, random.nextInt(2 * body.length));
        }
        for (int change = 1 + random.nextInt(4); change > 0 && body.length > 0; change--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        byte[] sealed = Arrays.copyOf(body, body.length + HASH_BYTES);
        System.arraycopy(sha256(body), 0, sealed, body.length, HASH_BYTES);
        return sealed;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Load {
        void run() throws Exception;
    }
}
