package io.github.pdmspark.split;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One slice of a {@link SplitReport}.
 *
 * @param rows all rows, whatever their status
 * @param usable rows that train or count in metrics
 * @param positives usable rows with a failure in their label interval
 * @param first earliest {@code as_of}, empty without rows
 * @param last latest {@code as_of}, empty without rows
 */
public record SliceRows(
        Slice slice, long rows, long usable, long positives, Optional<Instant> first, Optional<Instant> last) {

    static SliceRows none(Slice slice) {
        return new SliceRows(slice, 0, 0, 0, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        if (slice.title().equals("gap") || rows == 0) {
            return String.format(Locale.ROOT, "%s %,d rows", slice.title(), rows);
        }
        return String.format(
                Locale.ROOT,
                "%s [%s, %s] %,d rows, %,d usable, %,d positive",
                slice.title(),
                first.orElseThrow(),
                last.orElseThrow(),
                rows,
                usable,
                positives);
    }
}
