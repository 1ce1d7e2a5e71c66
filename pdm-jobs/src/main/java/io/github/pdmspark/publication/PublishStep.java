package io.github.pdmspark.publication;

/** The borders of publishing at which it can be watched, in their order. */
public enum PublishStep {
    /** The rows lie in a folder that no version names. */
    STAGED,
    /** They are counted, and all lie in the range of the batch. */
    CHECKED,
    /** Readers see them. */
    COMMITTED,
    /** What dead runs left is deleted. */
    CLEANED
}
