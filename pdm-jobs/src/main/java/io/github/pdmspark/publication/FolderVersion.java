package io.github.pdmspark.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One state of a folder.
 *
 * @param format of this file, {@value #FORMAT}
 * @param number of the version
 * @param commit known to the run that wrote it only
 * @param writtenAt when
 * @param batch id of the batch
 * @param fingerprint of the batch
 * @param folder where the files are, relative to the root
 */
record FolderVersion(
        int format, long number, String commit, Instant writtenAt, String batch, String fingerprint, String folder)
        implements NumberedVersion {

    static final int FORMAT = 1;

    FolderVersion {
        if (format != FORMAT) {
            throw new IllegalArgumentException("its format is " + format + ", but this library reads " + FORMAT);
        }
        NumberedVersion.requireInside(folder);
    }

    static FolderVersion after(
            Optional<FolderVersion> latest, String commit, Instant now, Content content, String folder) {
        long number = latest.map(FolderVersion::number).orElse(0L) + 1;
        return new FolderVersion(FORMAT, number, commit, now, content.batch(), content.fingerprint(), folder);
    }

    @Override
    public List<String> folders() {
        return List.of(folder);
    }

    boolean holds(Content content) {
        return batch.equals(content.batch()) && fingerprint.equals(content.fingerprint());
    }

    /** Whose files these are. */
    record Content(String batch, String fingerprint) {}
}
