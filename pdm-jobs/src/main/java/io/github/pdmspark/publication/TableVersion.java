package io.github.pdmspark.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One state of a table.
 *
 * @param format of this file, {@value #FORMAT}
 * @param number of the version
 * @param commit known to the run that wrote it only
 * @param writtenAt when
 * @param parts all rows
 */
record TableVersion(int format, long number, String commit, Instant writtenAt, List<TablePart> parts)
        implements NumberedVersion {

    static final int FORMAT = 1;

    TableVersion {
        parts = List.copyOf(parts);
        if (format != FORMAT) {
            throw new IllegalArgumentException("its format is " + format + ", but this library reads " + FORMAT);
        }
    }

    static TableVersion empty() {
        return new TableVersion(FORMAT, 0, "", Instant.EPOCH, List.of());
    }

    @Override
    public List<String> folders() {
        return parts.stream().map(TablePart::folder).toList();
    }

    /** The version after this one, in which {@code part} has the place of all rows that {@code batch} replaces. */
    TableVersion with(Batch batch, TablePart part, String newCommit, Instant now) {
        List<TablePart> kept = parts.stream()
                .map(each -> each.withLive(each.liveBeside(batch)))
                .filter(each -> !each.live().isEmpty())
                .toList();
        return new TableVersion(
                FORMAT,
                number + 1,
                newCommit,
                now,
                Stream.concat(kept.stream(), Stream.of(part)).toList());
    }

    /** The part that this very batch left, if nothing has replaced any of it since. */
    Optional<TablePart> intact(Batch batch) {
        return parts.stream()
                .filter(part -> part.batch().equals(batch.id())
                        && part.scope().equals(batch.scope())
                        && part.fingerprint().equals(batch.fingerprint())
                        && part.isWhole()
                        && part.equals(TablePart.of(batch, part.folder(), part.rows())))
                .findFirst();
    }

    /** A part that is not in {@code earlier} and lies in the way of the batch. */
    Optional<TablePart> conflict(TableVersion earlier, Batch batch) {
        List<String> known = earlier.folders();
        return parts.stream()
                .filter(part -> !known.contains(part.folder()) && part.overlaps(batch))
                .findFirst();
    }
}
