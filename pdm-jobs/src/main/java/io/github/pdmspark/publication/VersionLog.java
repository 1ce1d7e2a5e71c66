package io.github.pdmspark.publication;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.PublishException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The numbered versions of one published table or folder. A version is one file that is written elsewhere and put in place in one
 * step, only if its number is free; it never changes again.
 */
final class VersionLog<V extends NumberedVersion> {

    private static final String FOLDER = "_pdm/versions/";
    private static final String STAGED = "_pdm/staged/";
    private static final String ENDING = ".json";

    private final StoreFolder folder;
    private final Class<V> type;

    VersionLog(StoreFolder folder, Class<V> type) {
        this.folder = folder;
        this.type = type;
    }

    /** The version with the highest number. */
    Optional<V> latest() throws IOException {
        List<Long> numbers = numbers();
        return numbers.isEmpty() ? Optional.empty() : Optional.of(read(numbers.get(numbers.size() - 1)));
    }

    /** The numbers of all versions that are kept, ascending. */
    List<Long> numbers() throws IOException {
        return folder.names(FOLDER).stream()
                .filter(name -> name.matches("\\d{20}\\.json"))
                .map(name -> Long.parseLong(name.substring(0, name.length() - ENDING.length())))
                .toList();
    }

    /** The version with this number, which must exist. */
    V read(long number) throws IOException {
        String text = folder.read(file(number));
        try {
            V version = StoreJson.read(text, type);
            if (version.number() == number) {
                return version;
            }
            throw new IllegalArgumentException("it says that it is version " + version.number());
        } catch (IllegalArgumentException e) {
            throw new PublishException(
                    new Problem(
                            ErrorCondition.PDM_PUBLISHED_DAMAGED,
                            "'" + folder.shown() + "/" + file(number) + "' is not a version of this library: "
                                    + e.getMessage(),
                            "restore the file, or delete it to fall back to the version before."),
                    e);
        }
    }

    /** What a reader gets before the first version. */
    PublishException nothing() {
        return new PublishException(new Problem(
                ErrorCondition.PDM_PUBLISHED_DAMAGED,
                "Nothing was published in '" + folder.shown() + "'.",
                "check the path, or publish a first batch."));
    }

    /**
     * Adds a version; false if its number is taken by another one.
     *
     * @throws PublishException {@code PDM_PUBLISH_UNKNOWN} if it fails and whether it took place cannot be found out
     */
    boolean append(V version) throws IOException {
        String staged = STAGED + version.commit() + "-" + version.number() + ENDING;
        try {
            folder.write(staged, StoreJson.write(version));
            return folder.putIfAbsent(staged, file(version.number())) || isOurs(version);
        } catch (IOException e) {
            if (tookPlace(version, e)) {
                return true;
            }
            throw e;
        }
    }

    /** Deletes versions before {@code number} and staged files last changed before {@code millis}. */
    void forget(long number, long millis) throws IOException {
        for (long old : numbers()) {
            if (old < number) {
                folder.delete(file(old));
            }
        }
        for (String name : folder.namesBefore(STAGED, millis)) {
            folder.delete(STAGED + name);
        }
    }

    private boolean tookPlace(V version, IOException failure) {
        try {
            return isOurs(version);
        } catch (IOException | PublishException e) {
            failure.addSuppressed(e);
            throw new PublishException(
                    new Problem(
                            ErrorCondition.PDM_PUBLISH_UNKNOWN,
                            "Version " + version.number() + " of '" + folder.shown()
                                    + "' was to be put in place; the file system failed, then failed to say whether"
                                    + " it is there. Nothing was deleted.",
                            "look for '" + file(version.number()) + "' with commit " + version.commit()
                                    + ", or run the batch again: it changes nothing if it is there."),
                    failure);
        }
    }

    private boolean isOurs(V version) throws IOException {
        return folder.exists(file(version.number()))
                && read(version.number()).commit().equals(version.commit());
    }

    private static String file(long number) {
        return FOLDER + String.format(Locale.ROOT, "%020d", number) + ENDING;
    }
}
