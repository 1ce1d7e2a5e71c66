package io.github.pdmspark.publication;

import io.github.pdmspark.time.TimeRange;
import java.time.Instant;

/**
 * What a commit of Delta says about its batch.
 *
 * @param batch id of the batch
 * @param scope whose rows these are
 * @param fingerprint of the batch
 * @param from start of its range
 * @param to end of its range
 * @param unique tells this commit from every other one
 */
record DeltaBatch(String batch, String scope, String fingerprint, Instant from, Instant to, String unique) {

    static DeltaBatch of(Batch batch, String unique) {
        return new DeltaBatch(
                batch.id(),
                batch.scope(),
                batch.fingerprint(),
                batch.range().start(),
                batch.range().end(),
                unique);
    }

    boolean is(Batch other) {
        return equals(of(other, unique));
    }

    boolean overlaps(Batch other) {
        TimeRange range = other.range();
        return scope.equals(other.scope())
                && from.isBefore(range.end())
                && range.start().isBefore(to);
    }
}
