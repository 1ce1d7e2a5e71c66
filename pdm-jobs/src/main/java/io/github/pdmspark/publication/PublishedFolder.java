package io.github.pdmspark.publication;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.publication.FolderVersion.Content;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * A folder of files, such as a model bundle or a report with its assets, that is published as numbered versions: a reader
 * finds the version before or the version after, whole. All versions are kept unless it is said how many.
 */
public final class PublishedFolder {

    private static final String CONTENT = "/content";
    private static final Set<String> OWN = Set.of("data", "_pdm");

    private final SparkSession spark;
    private final String path;
    private final FolderSettings settings;

    private PublishedFolder(SparkSession spark, String path, FolderSettings settings) {
        this.spark = spark;
        this.path = path;
        this.settings = settings;
    }

    /** The versions in this folder, which need not exist. */
    public static PublishedFolder at(SparkSession spark, String path) {
        return new PublishedFolder(spark, path, FolderSettings.standard().keeping(Integer.MAX_VALUE));
    }

    /**
     * Whether the file system of a path can put a file in place only if none is there. Object stores cannot: nothing can be
     * published there in this way.
     */
    public static boolean isPossible(SparkSession spark, String path) {
        try {
            return StoreFolder.isPossible(spark, path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The same with how many versions are kept; each publication deletes the older ones. */
    public PublishedFolder keepingVersions(int count) {
        return new PublishedFolder(spark, path, settings.keeping(count));
    }

    /** The same with the age from which files that no version names are left-overs of a dead run, 24 h unless said. */
    public PublishedFolder abandonedAfter(Duration age) {
        return new PublishedFolder(spark, path, settings.abandonedAfter(age));
    }

    /** The same with another source of the time of writing. */
    public PublishedFolder clock(Clock clock) {
        return new PublishedFolder(spark, path, settings.clock(clock));
    }

    /** The same, watched at every {@link PublishStep} but {@code CHECKED}. */
    public PublishedFolder watchedBy(Consumer<PublishStep> listener) {
        return new PublishedFolder(spark, path, settings.watchedBy(listener));
    }

    /**
     * Adds a version, unless the latest one is of the same batch with the same fingerprint: then nothing is written.
     *
     * @param batch names the work; the same batch with the same fingerprint is published once
     * @param fingerprint changes when the files may change
     * @param writer writes all files into the new folder with the path that it is given
     * @throws PublishException {@code PDM_PUBLISH_CONFLICT} if another version was published meanwhile,
     *     {@code PDM_PUBLISH_FAILED} if writing failed; nothing was changed then
     * @throws IllegalArgumentException if files lie here that were not published
     */
    public PublishedVersion publish(String batch, String fingerprint, Consumer<String> writer) {
        Content content = new Content(batch, fingerprint);
        try {
            VersionedFolder<FolderVersion> versions = folder();
            Optional<FolderVersion> seen = versions.log().latest();
            if (seen.filter(version -> version.holds(content)).isPresent()) {
                versions.clean();
                return shown(versions.folder(), seen.get());
            }
            requireNothingElse(versions.folder());
            FolderVersion added = versions.add(data -> {
                writer.accept(versions.folder().full(data + CONTENT));
                settings.watcher().accept(PublishStep.STAGED);
                return (latest, commit) -> {
                    requireSame(versions, content, seen, latest);
                    return FolderVersion.after(latest, commit, settings.clock().instant(), content, data + CONTENT);
                };
            });
            return shown(versions.folder(), added);
        } catch (IOException e) {
            throw VersionedFolder.failed(e);
        }
    }

    private static void requireSame(
            VersionedFolder<FolderVersion> versions,
            Content content,
            Optional<FolderVersion> seen,
            Optional<FolderVersion> latest) {
        if (!latest.equals(seen)) {
            throw versions.conflict(
                    content.batch(), latest.map(FolderVersion::batch).orElse("(deleted)"));
        }
    }

    /**
     * Fails if something lies here that was not published, before anything is done.
     *
     * @throws IllegalArgumentException with the name of such a file
     */
    public void requireNothingElse() {
        try {
            requireNothingElse(folder().folder());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static void requireNothingElse(StoreFolder folder) throws IOException {
        for (String name : folder.names(".")) {
            if (!OWN.contains(name)) {
                throw new IllegalArgumentException("'" + folder.shown() + "' holds '" + name
                        + "', which was not published there. Choose a new folder, or move it away.");
            }
        }
    }

    /** The latest version; empty if nothing was published. */
    public Optional<PublishedVersion> latest() {
        return read(versions -> {
            Optional<FolderVersion> latest = versions.log().latest();
            return latest.map(version -> shown(versions.folder(), version));
        });
    }

    /**
     * The version with this number.
     *
     * @throws PublishException {@code PDM_PUBLISHED_DAMAGED} if there is none, with the numbers that there are
     */
    public PublishedVersion version(long number) {
        return read(versions -> {
            List<Long> numbers = versions.log().numbers();
            if (!numbers.contains(number)) {
                throw new PublishException(new Problem(
                        ErrorCondition.PDM_PUBLISHED_DAMAGED,
                        "'" + versions.folder().shown() + "' has no version " + number + ".",
                        "name one of " + numbers + "."));
            }
            return shown(versions.folder(), versions.log().read(number));
        });
    }

    /** All versions that are kept, the earliest first. */
    public List<PublishedVersion> list() {
        return read(versions -> {
            List<PublishedVersion> found = new ArrayList<>();
            for (long number : versions.log().numbers()) {
                found.add(shown(versions.folder(), versions.log().read(number)));
            }
            return found;
        });
    }

    private VersionedFolder<FolderVersion> folder() throws IOException {
        return new VersionedFolder<>(StoreFolder.at(spark, path), FolderVersion.class, settings);
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.of(folder());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static PublishedVersion shown(StoreFolder folder, FolderVersion version) {
        return new PublishedVersion(
                version.number(),
                version.batch(),
                version.fingerprint(),
                version.writtenAt(),
                folder.full(version.folder()));
    }

    private static PublishException unreadable(IOException cause) {
        return new PublishException(
                new Problem(
                        ErrorCondition.PDM_PUBLISHED_DAMAGED,
                        "The published folder cannot be read: " + cause.getMessage(),
                        "check that the folder can be reached."),
                cause);
    }

    private interface Reading<T> {
        T of(VersionedFolder<FolderVersion> versions) throws IOException;
    }
}
