package io.github.pdmspark.storage;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.publication.PublishedFolder;
import io.github.pdmspark.publication.PublishedVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Where a specification keeps its model: a place of numbered versions, of which the latest counts unless the path ends in
 * {@code @v} and a number, or one folder with one bundle.
 */
public final class ModelPlace {

    private static final Pattern NAMED = Pattern.compile("(.+)@v([1-9][0-9]{0,17})");

    private final SparkSession spark;
    private final String root;
    private final OptionalLong named;

    private ModelPlace(SparkSession spark, String root, OptionalLong named) {
        this.spark = spark;
        this.root = root;
        this.named = named;
    }

    /** The place that a path names, such as {@code models/pumps} or {@code models/pumps@v3}. */
    public static ModelPlace of(SparkSession spark, String path) {
        Matcher matcher = NAMED.matcher(path);
        return matcher.matches() && !isBundle(spark, path)
                ? new ModelPlace(spark, matcher.group(1), OptionalLong.of(Long.parseLong(matcher.group(2))))
                : new ModelPlace(spark, path, OptionalLong.empty());
    }

    /** The place without the number of a version. */
    public String root() {
        return root;
    }

    /**
     * The model to use.
     *
     * @throws PublishException if the version that is named is not there
     */
    public Found find() {
        if (named.isEmpty() && (isBundle(spark, root) || !PublishedFolder.isPossible(spark, root))) {
            return new Found(root, Optional.empty());
        }
        if (named.isPresent()) {
            return found(versions().version(named.getAsLong()));
        }
        return versions().latest().map(ModelPlace::found).orElseGet(() -> new Found(root, Optional.empty()));
    }

    /**
     * Fails before hours of training if the model could not be saved here.
     *
     * @throws IllegalArgumentException if something else lies here
     */
    public void requireSavable() {
        if (hasVersions()) {
            versions().requireNothingElse();
        }
    }

    /**
     * Saves a model: as the next version, in the place of a bundle that is the whole folder, or as a plain folder on an object
     * store. The same model again is no new version.
     */
    public Found save(ModelBundle bundle) {
        if (!hasVersions()) {
            bundle.replace(root);
            return new Found(root, Optional.empty());
        }
        return found(versions().publish("model " + bundle.modelId(), bundle.fingerprint(), bundle::save));
    }

    private boolean hasVersions() {
        return !isBundle(spark, root) && PublishedFolder.isPossible(spark, root);
    }

    private PublishedFolder versions() {
        return PublishedFolder.at(spark, root);
    }

    private static Found found(PublishedVersion version) {
        return new Found(version.path(), Optional.of(version.number()));
    }

    private static boolean isBundle(SparkSession spark, String path) {
        try {
            Path manifest = new Path(path, "manifest.json");
            return manifest.getFileSystem(spark.sparkContext().hadoopConfiguration())
                    .exists(manifest);
        } catch (IOException e) {
            throw new UncheckedIOException("The model place cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * A saved model.
     *
     * @param folder of its bundle
     * @param version its number, if it is a version
     */
    public record Found(String folder, Optional<Long> version) {}
}
