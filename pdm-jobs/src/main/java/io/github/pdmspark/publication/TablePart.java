package io.github.pdmspark.publication;

import io.github.pdmspark.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one batch inside a table.
 *
 * @param batch id of the batch
 * @param scope whose rows these are
 * @param fingerprint of the batch
 * @param folder where the rows are, relative to the table
 * @param rows how many rows lie there
 * @param written the range that was written
 * @param live the parts of it that no later batch has replaced, in time order, never empty
 */
record TablePart(
        String batch, String scope, String fingerprint, String folder, long rows, Span written, List<Span> live) {

    TablePart {
        live = List.copyOf(live);
        NumberedVersion.requireInside(folder);
    }

    static TablePart of(Batch batch, String folder, long rows) {
        Span span = new Span(batch.range().start(), batch.range().end());
        return new TablePart(batch.id(), batch.scope(), batch.fingerprint(), folder, rows, span, List.of(span));
    }

    boolean isWhole() {
        return live.equals(List.of(written));
    }

    boolean overlaps(Batch batch) {
        return scope.equals(batch.scope()) && live.stream().anyMatch(span -> span.overlaps(batch.range()));
    }

    /** What is left of this part when {@code batch} comes; its live spans may be none. */
    List<Span> liveBeside(Batch batch) {
        return scope.equals(batch.scope())
                ? live.stream()
                        .flatMap(span -> span.without(batch.range()).stream())
                        .toList()
                : live;
    }

    TablePart withLive(List<Span> spans) {
        return new TablePart(batch, scope, fingerprint, folder, rows, written, spans);
    }

    /** A half-open range of time in a form of its own, so that the file does not change with {@link TimeRange}. */
    record Span(Instant from, Instant to) {

        boolean overlaps(TimeRange range) {
            return from.isBefore(range.end()) && range.start().isBefore(to);
        }

        List<Span> without(TimeRange range) {
            if (!overlaps(range)) {
                return List.of(this);
            }
            List<Span> rest = new ArrayList<>();
            if (from.isBefore(range.start())) {
                rest.add(new Span(from, range.start()));
            }
            if (range.end().isBefore(to)) {
                rest.add(new Span(range.end(), to));
            }
            return rest;
        }
    }
}
