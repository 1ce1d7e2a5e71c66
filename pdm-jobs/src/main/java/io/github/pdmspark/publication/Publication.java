package io.github.pdmspark.publication;

/**
 * What became of a batch.
 *
 * @param outcome whether anything was written
 * @param version number of the version that holds the batch
 * @param rows rows of the range of the batch after it
 */
public record Publication(Outcome outcome, long version, long rows) {

    /** Whether anything was written. */
    public enum Outcome {
        /** A new version was written. */
        PUBLISHED,
        /** The table already held this batch with this fingerprint; nothing was written. */
        ALREADY_THERE
    }
}
