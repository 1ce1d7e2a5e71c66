package io.github.pdmspark.bundle;

import com.google.common.hash.Hashing;
import io.github.pdmspark.portable.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What an attacker or a bad disk does to a saved bundle. */
final class BundleFiles {

    private BundleFiles() {}

    static Path copy(Path bundle, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(bundle)) {
            for (Path source : all.toList()) {
                Path copy = target.resolve(bundle.relativize(source).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target;
    }

    /** All files that the bundle consists of; not the checksums of Hadoop. */
    static List<Path> files(Path bundle) throws IOException {
        try (Stream<Path> all = Files.walk(bundle)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".crc"))
                    .filter(file -> !file.getFileName().toString().equals("_SUCCESS"))
                    .sorted()
                    .toList();
        }
    }

    /** Without Hadoop's own checksums, which would catch the change before we do. */
    static void deleteHadoopChecksums(Path bundle) throws IOException {
        try (Stream<Path> all = Files.walk(bundle)) {
            for (Path file :
                    all.filter(f -> f.getFileName().toString().endsWith(".crc")).toList()) {
                Files.delete(file);
            }
        }
    }

    static Path find(Path bundle, String pattern) throws IOException {
        return files(bundle).stream()
                .filter(file -> bundle.relativize(file).toString().matches(pattern))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No file " + pattern + " in " + bundle));
    }

    static void edit(Path file, UnaryOperator<String> change) throws IOException {
        String before = Files.readString(file);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("The edit of " + file + " changed nothing.");
        }
        Files.writeString(file, after);
    }

    static void editManifest(Path bundle, UnaryOperator<String> change) throws IOException {
        edit(bundle.resolve(Manifest.FILE), change);
        reseal(bundle);
    }

    /** Gives the manifest the checksum of what it says now, as an attacker would. */
    static void reseal(Path bundle) throws IOException {
        Path file = bundle.resolve(Manifest.FILE);
        Manifest manifest = RecordJson.read(Files.readString(file), Manifest.class);
        Files.writeString(file, RecordJson.write(manifest.sealed()));
    }

    /** Lists the files as they are now: only checks beyond the hashes can refuse the folder. */
    static void relist(Path bundle) throws IOException {
        deleteHadoopChecksums(bundle);
        List<FileEntry> entries = new ArrayList<>();
        for (Path file : files(bundle)) {
            String path = bundle.relativize(file).toString();
            if (!path.equals(Manifest.FILE)) {
                byte[] bytes = Files.readAllBytes(file);
                entries.add(new FileEntry(
                        path, bytes.length, Hashing.sha256().hashBytes(bytes).toString()));
            }
        }
        Path file = bundle.resolve(Manifest.FILE);
        Manifest old = RecordJson.read(Files.readString(file), Manifest.class);
        Manifest manifest = new Manifest(
                old.format(),
                old.formatVersion(),
                old.modelId(),
                old.libraryVersion(),
                old.sparkVersion(),
                old.modelFormat(),
                old.algorithm(),
                old.classes(),
                old.features(),
                old.featureFingerprint(),
                entries,
                "");
        Files.write(file, RecordJson.write(manifest.sealed()).getBytes(StandardCharsets.UTF_8));
    }
}
