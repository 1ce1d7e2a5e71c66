package io.github.pdmspark.publication;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.PublishException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A folder whose content is replaced in one step: content is written to a data folder of its own, then a version that names it
 * is added to the log. What no version names is deleted when it is old.
 */
final class VersionedFolder<V extends NumberedVersion> {

    private static final System.Logger LOG = System.getLogger(VersionedFolder.class.getName());
    private static final String DATA = "data/";

    private final StoreFolder folder;
    private final VersionLog<V> log;
    private final FolderSettings settings;

    VersionedFolder(StoreFolder folder, Class<V> type, FolderSettings settings) {
        this.folder = folder;
        this.log = new VersionLog<>(folder, type);
        this.settings = settings;
    }

    StoreFolder folder() {
        return folder;
    }

    VersionLog<V> log() {
        return log;
    }

    /** Adds the version that names the staged content; whatever fails before that deletes the content again. */
    V add(Staging<V> staging) throws IOException {
        String commit = UUID.randomUUID().toString();
        String data = DATA + commit;
        V added;
        try {
            added = append(staging.stage(data), commit);
        } catch (PublishException e) {
            if (e.condition() != ErrorCondition.PDM_PUBLISH_UNKNOWN) {
                discard(data, e);
            }
            throw e;
        } catch (IOException | RuntimeException e) {
            discard(data, e);
            throw e;
        } catch (Exception e) { // SparkException is checked, but Scala does not declare it
            discard(data, e);
            throw failed(e);
        }
        settings.watcher().accept(PublishStep.COMMITTED);
        clean();
        settings.watcher().accept(PublishStep.CLEANED);
        return added;
    }

    private V append(Successor<V> successor, String commit) throws IOException {
        while (true) {
            V next = successor.after(log.latest(), commit);
            if (log.append(next)) {
                return next;
            }
        }
    }

    /** What is published is published, so a failure here must not look like one of publishing: the next run cleans again. */
    void clean() {
        try {
            deleteUnnamed();
        } catch (IOException | PublishException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "Left-overs in '" + folder.shown() + "' stay for now: " + e);
        }
    }

    private void deleteUnnamed() throws IOException {
        List<Long> numbers = log.numbers();
        List<Long> kept = numbers.subList(Math.max(0, numbers.size() - settings.keptVersions()), numbers.size());
        Set<String> named = new HashSet<>();
        for (long number : kept) {
            for (String content : log.read(number).folders()) {
                named.add(content.replaceFirst("^" + DATA, "").replaceFirst("/.*$", ""));
            }
        }
        long before = settings.clock().millis() - settings.abandonedAge().toMillis();
        for (String data : folder.namesBefore(DATA, before)) {
            if (!named.contains(data)) {
                folder.delete(DATA + data);
            }
        }
        log.forget(kept.isEmpty() ? 0 : kept.get(0), before);
    }

    private void discard(String data, Exception reason) {
        try {
            folder.delete(data);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    PublishException conflict(String batch, String other) {
        return new PublishException(new Problem(
                ErrorCondition.PDM_PUBLISH_CONFLICT,
                "Batch '" + batch + "' was not published in '" + folder.shown() + "': batch '" + other
                        + "' was published into the same range meanwhile. Nothing of that was changed.",
                "let one run at a time publish a range, then run this batch again if it is still wanted."));
    }

    static PublishException failed(Exception cause) {
        return new PublishException(
                new Problem(
                        ErrorCondition.PDM_PUBLISH_FAILED,
                        "The batch was not published: " + cause.getMessage() + ". What was there is still there.",
                        "mend the file system, then run the batch again."),
                cause);
    }

    /** Writes content. */
    interface Staging<V> {
        /** Writes below {@code data}, relative to the root, and says how it becomes a version. */
        Successor<V> stage(String data) throws IOException;
    }

    /** The version that comes after the latest one. */
    interface Successor<V> {
        /**
         * Asked again whenever another version was faster.
         *
         * @throws PublishException if what was published meanwhile is in the way
         */
        V after(Optional<V> latest, String commit);
    }
}
