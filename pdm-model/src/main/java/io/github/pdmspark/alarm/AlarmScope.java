package io.github.pdmspark.alarm;

/** Which components of a machine may be alarmed by one row of scores. */
public enum AlarmScope {
    /** Every component whose own score is high enough. */
    EVERY_COMPONENT,
    /** Only the component with the largest score of the row (all of them when several share it); the others count as 0. */
    TOP_COMPONENT
}
