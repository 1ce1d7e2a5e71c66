package io.github.pdmspark.increment;

/** The borders of a run at which it can be watched, in their order. */
public enum RunStep {
    /** History was read and checked. */
    READ,
    /** What was read has its fingerprint. */
    MEASURED,
    /** The rows of a Parquet table lie in a folder that no version names. */
    STAGED,
    /** They are counted, and all lie in the range. */
    CHECKED,
    /** Readers of a Parquet table see them. */
    COMMITTED,
    /** What dead runs left is deleted from a Parquet table. */
    CLEANED,
    /** The rows are published, or were there already. */
    PUBLISHED,
    /** The run stands in the ledger. */
    RECORDED
}
