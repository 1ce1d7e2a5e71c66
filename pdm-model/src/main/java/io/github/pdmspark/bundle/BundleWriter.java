package io.github.pdmspark.bundle;

import io.github.pdmspark.bundle.BundleFolder.FoundFile;
import io.github.pdmspark.portable.RecordJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * Writes a bundle beside its place and moves it there when it is complete. A file system without atomic rename (object
 * stores) shows a folder without manifest meanwhile, which nobody can load.
 */
final class BundleWriter {

    private final SparkSession spark;
    private final BundleFolder target;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    BundleWriter(SparkSession spark, String path) throws IOException {
        this.spark = spark;
        target = BundleFolder.at(spark, path);
    }

    void save(SavedContent content) throws IOException {
        if (!target.isFree()) {
            throw new IllegalArgumentException("'" + target.shown() + "' is not empty and nothing is written over it."
                    + " Choose a new folder, or use replace(path) if a bundle lies there.");
        }
        BundleFolder staged = stage(content);
        try {
            staged.moveTo(target);
        } catch (IOException | RuntimeException e) {
            discard(staged, e);
            throw e;
        }
    }

    void replace(SavedContent content) throws IOException {
        if (target.isFree()) {
            save(content);
            return;
        }
        requireNothingBut(content.identity().format());
        BundleFolder staged = stage(content);
        BundleFolder old = target.beside(".old-" + unique);
        try {
            target.moveTo(old);
            moveOrRestore(staged, old);
        } catch (IOException | RuntimeException e) {
            discard(staged, e);
            throw e;
        }
        old.delete();
    }

    private void moveOrRestore(BundleFolder staged, BundleFolder old) throws IOException {
        try {
            staged.moveTo(target);
        } catch (IOException | RuntimeException e) {
            old.moveTo(target);
            throw e;
        }
    }

    private void requireNothingBut(String format) throws IOException {
        Set<String> known = Verification.manifest(target, format).files().stream()
                .map(FileEntry::path)
                .collect(Collectors.toCollection(HashSet::new));
        known.add(Manifest.FILE);
        List<String> others = target.list().stream()
                .map(FoundFile::path)
                .filter(path -> !known.contains(path))
                .toList();
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + target.shown() + "' holds " + others.size() + " files that no bundle wrote, such as '"
                            + others.get(0) + "'. Move them away, or choose a new folder.");
        }
    }

    private BundleFolder stage(SavedContent content) throws IOException {
        BundleFolder staged = target.beside(".tmp-" + unique);
        try {
            for (Map.Entry<String, String> text : content.texts().entrySet()) {
                staged.write(text.getKey(), text.getValue());
            }
            content.writeModels(spark, staged::full);
            List<FileEntry> entries = new ArrayList<>();
            for (FoundFile file : staged.list()) {
                entries.add(new FileEntry(file.path(), file.size(), staged.sha256(file.path())));
            }
            Manifest manifest = Manifest.of(content.identity(), Versions.current(spark), entries);
            staged.write(Manifest.FILE, RecordJson.write(manifest));
            return staged;
        } catch (IOException | RuntimeException e) {
            discard(staged, e);
            throw e;
        }
    }

    private static void discard(BundleFolder staged, Exception reason) {
        try {
            staged.delete();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
