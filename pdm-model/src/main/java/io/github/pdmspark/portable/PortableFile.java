package io.github.pdmspark.portable;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.calibration.Calibration;
import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.imputation.Fill;
import io.github.pdmspark.model.Target;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * The file of a {@link PortableScorer}: 8 bytes {@code PDMSCORE}, version, length of the header, header as JSON in UTF-8, the
 * arrays of the model, and the SHA-256 of all of it. Numbers are big-endian.
 */
final class PortableFile {

    private static final byte[] MAGIC = "PDMSCORE".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HASH_BYTES = 32;
    private static final int PREFIX_BYTES = MAGIC.length + 2 * Integer.BYTES;

    private PortableFile() {}

    static void write(PortableScorer scorer, Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "choose a new name");
        }
        Path staged = file.resolveSibling(
                file.getFileName() + ".tmp-" + ProcessHandle.current().pid());
        try {
            Files.write(staged, bytes(scorer));
            Files.move(staged, file);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    static byte[] bytes(PortableScorer scorer) {
        byte[] header = RecordJson.write(Header.of(scorer)).getBytes(StandardCharsets.UTF_8);
        ArrayOutput arrays = new ArrayOutput();
        ModelCodec.write(scorer.model(), arrays);
        byte[] body = arrays.bytes();
        ByteBuffer file = ByteBuffer.allocate(PREFIX_BYTES + header.length + body.length + HASH_BYTES);
        file.put(MAGIC).putInt(VERSION).putInt(header.length).put(header).put(body);
        return file.put(sha256(file.array(), file.position())).array();
    }

    static PortableScorer read(Path file) throws IOException {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            BundleException exception = new BundleException(new Problem(
                    ErrorCondition.PDM_BUNDLE_DAMAGED,
                    "'" + file.getFileName() + "' is not a portable scorer that can be loaded: " + e.getMessage(),
                    "Give a file that PortableScorer.save wrote, complete and unchanged, and load it with this version of the"
                            + " library or a later one."));
            exception.initCause(e);
            throw exception;
        }
    }

    private static PortableScorer parse(byte[] bytes) {
        if (bytes.length < PREFIX_BYTES + HASH_BYTES
                || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IllegalArgumentException("it does not begin like one.");
        }
        ByteBuffer file = ByteBuffer.wrap(bytes, 0, bytes.length - HASH_BYTES).position(MAGIC.length);
        int version = file.getInt();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "it has format version " + version + ", this library reads version " + VERSION + ".");
        }
        byte[] hash = Arrays.copyOfRange(bytes, bytes.length - HASH_BYTES, bytes.length);
        if (!MessageDigest.isEqual(hash, sha256(bytes, bytes.length - HASH_BYTES))) {
            throw new IllegalArgumentException("it was changed: its SHA-256 is another one.");
        }
        int length = file.getInt();
        if (length < 0 || length > file.remaining()) {
            throw new IllegalArgumentException("its header is cut off.");
        }
        byte[] header = new byte[length];
        file.get(header);
        return RecordJson.read(new String(header, StandardCharsets.UTF_8), Header.class)
                .with(new ArrayInput(file));
    }

    private static byte[] sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }

    /** Everything but arrays; what may be absent is a list of at most one entry. */
    private record Header(
            @JsonProperty(required = true) String modelId,
            @JsonProperty(required = true) String features,
            @JsonProperty(required = true) Target target,
            @JsonProperty(required = true) List<Fill> fills,
            @JsonProperty(required = true) double negativesKept,
            @JsonProperty(required = true) List<Calibration> calibration,
            @JsonProperty(required = true) List<AlarmPolicy> policy,
            @JsonProperty(required = true) ModelCodec.Outline model) {

        static Header of(PortableScorer scorer) {
            return new Header(
                    scorer.modelId(),
                    scorer.spec().toJson(),
                    scorer.target(),
                    scorer.fills(),
                    scorer.negativesKept(),
                    scorer.calibration().stream().toList(),
                    scorer.policy().stream().toList(),
                    ModelCodec.outline(scorer.model()));
        }

        PortableScorer with(ArrayInput arrays) {
            return new PortableScorer(
                    modelId,
                    FeatureSpec.fromJson(features),
                    target,
                    fills,
                    negativesKept,
                    calibration.stream().findFirst(),
                    policy.stream().findFirst(),
                    ModelCodec.read(model, arrays));
        }
    }
}
