package io.github.pdmspark.monitoring;

/** What came of an alarm in the workshop. */
public enum VisitOutcome {
    /** Someone looked and found wear or damage, and repaired or replaced it. */
    CONFIRMED,
    /** Someone looked and found nothing wrong. */
    NOTHING_FOUND,
    /** Nobody looked: the alarm was left alone. */
    NOT_INSPECTED
}
