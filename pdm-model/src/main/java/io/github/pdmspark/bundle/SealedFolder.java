package io.github.pdmspark.bundle;

import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * A saved model of another kind than {@link ModelBundle}, with the same care: written beside its place and moved there when
 * it is complete, every file compared with the manifest before anything of it is used.
 */
public final class SealedFolder {

    private final BundleFolder folder;
    private final Manifest manifest;
    private final SparkLine line;

    private SealedFolder(SparkSession spark, BundleFolder folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
        this.line = new SparkLine(spark, manifest);
    }

    /**
     * Writes a new folder.
     *
     * @throws IllegalArgumentException if the path exists and is not an empty folder
     */
    public static void save(SparkSession spark, String path, SavedContent content) {
        try {
            new BundleWriter(spark, path).save(content);
        } catch (IOException e) {
            throw new UncheckedIOException("The model could not be saved: " + e.getMessage(), e);
        }
    }

    /**
     * Opens a folder that is complete and unchanged.
     *
     * @param format the kind of model that shall lie there
     * @throws BundleException if something else lies there, or a file is not as it was written
     */
    public static SealedFolder open(SparkSession spark, String path, String format) {
        try {
            BundleFolder folder = BundleFolder.at(spark, path);
            return new SealedFolder(spark, folder, Verification.run(folder, format));
        } catch (IOException e) {
            throw new UncheckedIOException("The model could not be read: " + e.getMessage(), e);
        }
    }

    /** What the manifest says. */
    public SavedIdentity identity() {
        return new SavedIdentity(
                manifest.format(),
                manifest.modelId(),
                manifest.modelFormat(),
                manifest.algorithm(),
                manifest.classes(),
                manifest.features(),
                manifest.featureFingerprint());
    }

    /**
     * A text file, parsed.
     *
     * @throws BundleException if the parser refuses it
     */
    public <T> T text(String file, Function<String, T> parser) {
        try {
            return parser.apply(folder.read(file));
        } catch (IOException | IllegalArgumentException e) {
            throw BundleProblems.because(BundleProblems.damaged(file, "cannot be read: " + e.getMessage()), e);
        }
    }

    /**
     * A fitted model.
     *
     * @param name of its folder
     * @param inspection what speaks against reading the full path
     * @param reader reads the full path
     * @throws BundleException if there is anything against it, or the reader fails
     */
    public <T> T model(String name, Function<String, List<Problem>> inspection, Function<String, T> reader) {
        String path = folder.full(name);
        List<Problem> problems = inspection.apply(path);
        if (!problems.isEmpty()) {
            throw new BundleException(problems);
        }
        return line.reading(name, () -> reader.apply(path));
    }

    /**
     * Fails unless the manifest belongs to what was read.
     *
     * @throws BundleException if the identities differ
     */
    public void requireIdentity(SavedIdentity found) {
        if (!identity().equals(found)) {
            throw new BundleException(
                    BundleProblems.mismatch("The manifest does not belong to the files beside it.", identity(), found));
        }
    }
}
