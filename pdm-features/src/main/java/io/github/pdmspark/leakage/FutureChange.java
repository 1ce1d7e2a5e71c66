package io.github.pdmspark.leakage;

/** What is done to the records of the future of a moment before a result is computed again. */
public enum FutureChange {
    /**
     * Records that happened at or after the moment, or became known after it, are gone; the last reading of a machine stays without
     * its values, as it says how long the machine was observed. A suspension that lasts at the moment ends at another time.
     */
    DELETED,
    /** The same records have other values, names and times; others are added, back-dated ones among them. */
    SCRAMBLED,
    /** Only records that happened at or after the moment are changed and added to; none is removed or back-dated. */
    SCRAMBLED_LATER
}
