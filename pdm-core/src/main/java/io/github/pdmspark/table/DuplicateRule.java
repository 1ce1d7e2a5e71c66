package io.github.pdmspark.table;

/**
 * What to do when readings share machine and time but differ in values. Exact copies are always removed and counted. No
 * rule lets a correction that became known later change what was known before.
 */
public enum DuplicateRule {
    /** An error that names the first conflict. */
    FAIL,
    /** The version that became known first; equal known times: the smallest values, sensor by sensor. */
    KEEP_FIRST_KNOWN,
    /** The mean, sensor by sensor, of the versions that became known first. */
    MEAN_OF_FIRST_KNOWN
}
