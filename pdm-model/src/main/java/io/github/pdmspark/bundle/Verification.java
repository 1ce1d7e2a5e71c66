package io.github.pdmspark.bundle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.pdmspark.bundle.BundleFolder.FoundFile;
import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.portable.RecordJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the manifest of a folder and compares every file with it, before anything else of the folder is used. */
final class Verification {

    private final BundleFolder folder;
    private final List<Problem> problems = new ArrayList<>();

    private Verification(BundleFolder folder) {
        this.folder = folder;
    }

    /**
     * The manifest of a folder that is complete and unchanged.
     *
     * @throws BundleException naming every file that is not as it was written
     */
    static Manifest run(BundleFolder folder, String format) throws IOException {
        Manifest manifest = manifest(folder, format);
        Verification verification = new Verification(folder);
        verification.compare(manifest);
        if (!verification.problems.isEmpty()) {
            throw new BundleException(verification.problems);
        }
        return manifest;
    }

    static Manifest manifest(BundleFolder folder, String format) throws IOException {
        if (!folder.has(Manifest.FILE)) {
            String reason = folder.exists() ? "it has no " + Manifest.FILE : "it does not exist";
            throw new BundleException(BundleProblems.foreign(folder.shown(), reason));
        }
        String text = text(folder);
        Header header = parse(folder, text, Header.class);
        if (!header.format().equals(format)) {
            throw new BundleException(BundleProblems.foreign(
                    folder.shown(), Manifest.FILE + " has the format '" + header.format() + "'"));
        }
        if (header.formatVersion() != Manifest.VERSION) {
            throw new BundleException(BundleProblems.foreign(
                    folder.shown(),
                    Manifest.FILE + " has the format version " + header.formatVersion() + ", this library reads "
                            + Manifest.VERSION));
        }
        Manifest manifest = parse(folder, text, Manifest.class);
        if (!RecordJson.write(manifest.sealed()).equals(text)) {
            throw new BundleException(BundleProblems.damaged(Manifest.FILE, "does not have its own checksum"));
        }
        return manifest;
    }

    private static String text(BundleFolder folder) {
        try {
            return folder.read(Manifest.FILE);
        } catch (IOException e) {
            throw BundleProblems.because(BundleProblems.damaged(Manifest.FILE, "cannot be read: " + e.getMessage()), e);
        }
    }

    private static <T> T parse(BundleFolder folder, String text, Class<T> type) {
        try {
            return RecordJson.read(text, type);
        } catch (IllegalArgumentException e) {
            throw BundleProblems.because(
                    BundleProblems.foreign(folder.shown(), Manifest.FILE + " is no manifest: " + e.getMessage()), e);
        }
    }

    private void compare(Manifest manifest) throws IOException {
        Map<String, FoundFile> found =
                new HashMap<>(folder.list().stream().collect(Collectors.toMap(FoundFile::path, Function.identity())));
        found.remove(Manifest.FILE);
        for (FileEntry entry : manifest.files()) {
            compare(entry, Optional.ofNullable(found.remove(entry.path())));
        }
        found.keySet().stream()
                .sorted()
                .forEach(path -> refuse(path, "is not in the manifest: it was added or renamed later"));
    }

    private void compare(FileEntry entry, Optional<FoundFile> found) {
        if (!entry.isInside()) {
            refuse(entry.path(), "lies outside the folder, or has a name that this library never writes");
        } else if (found.isEmpty()) {
            refuse(entry.path(), "is missing");
        } else if (found.get().link()) {
            refuse(entry.path(), "is a symbolic link");
        } else if (found.get().size() != entry.size()) {
            refuse(entry.path(), "has " + found.get().size() + " bytes, the manifest says " + entry.size());
        } else {
            compareContent(entry);
        }
    }

    private void compareContent(FileEntry entry) {
        try {
            if (!folder.sha256(entry.path()).equals(entry.sha256())) {
                refuse(entry.path(), "was changed: its SHA-256 is not the one in the manifest");
            }
        } catch (IOException e) {
            refuse(entry.path(), "cannot be read: " + e.getMessage());
        }
    }

    private void refuse(String file, String reason) {
        problems.add(BundleProblems.damaged(file, reason));
    }

    /** What every version of the manifest has. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Header(String format, int formatVersion) {}
}
