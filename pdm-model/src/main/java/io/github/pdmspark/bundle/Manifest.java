package io.github.pdmspark.bundle;

import com.google.common.hash.Hashing;
import io.github.pdmspark.portable.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The table of contents of a saved bundle. Its own {@code checksum} covers all of its other fields.
 *
 * @param format what kind of model lies in the folder
 * @param formatVersion version of the layout of the folder
 * @param modelId identity of the model
 * @param libraryVersion version of this library that wrote it
 * @param sparkVersion version of Spark that wrote it
 * @param modelFormat name of the format of the folder {@code model}
 * @param algorithm short name of the algorithm
 * @param classes names of the classes
 * @param features names of the features that the model reads
 * @param featureFingerprint SHA-256 of the feature specification
 * @param files every other file
 * @param checksum SHA-256 of the text of the manifest with an empty checksum
 */
record Manifest(
        String format,
        int formatVersion,
        String modelId,
        String libraryVersion,
        String sparkVersion,
        String modelFormat,
        String algorithm,
        List<String> classes,
        List<String> features,
        String featureFingerprint,
        List<FileEntry> files,
        String checksum) {

    static final String FILE = "manifest.json";
    static final int VERSION = 1;

    Manifest {
        classes = List.copyOf(classes);
        features = List.copyOf(features);
        files = List.copyOf(files);
    }

    static Manifest of(SavedIdentity identity, Versions versions, List<FileEntry> files) {
        return new Manifest(
                        identity.format(),
                        VERSION,
                        identity.modelId(),
                        versions.library(),
                        versions.spark(),
                        identity.modelFormat(),
                        identity.algorithm(),
                        identity.classes(),
                        identity.features(),
                        identity.featureFingerprint(),
                        files,
                        "")
                .sealed();
    }

    /** The same with the checksum that belongs to it. */
    Manifest sealed() {
        String text = RecordJson.write(withChecksum(""));
        return withChecksum(
                Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString());
    }

    private Manifest withChecksum(String newChecksum) {
        return new Manifest(
                format,
                formatVersion,
                modelId,
                libraryVersion,
                sparkVersion,
                modelFormat,
                algorithm,
                classes,
                features,
                featureFingerprint,
                files,
                newChecksum);
    }
}
