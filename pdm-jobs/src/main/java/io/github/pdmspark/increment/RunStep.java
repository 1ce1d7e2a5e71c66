package io.github.pdmspark.increment;

/** The borders of a run at which it can be watched, in their order. */
public enum RunStep {
    /** History was read and checked. */
    READ,
    /** What was read has its fingerprint. */
    MEASURED,
    /** The rows are published, or were there already. */
    PUBLISHED,
    /** The run stands in the ledger. */
    RECORDED
}
