package io.github.pdmspark.simulator;

/**
 * One component from its installation to its end.
 *
 * @param component what it is
 * @param installed the hour of its installation
 * @param onset first hour of the drift before its failure
 * @param due the hour at which it fails unless it is replaced
 * @param end the hour at which it was taken out: {@code due}, or earlier when a scheduled replacement came first
 */
record Wear(Component component, int installed, int onset, int due, int end) {

    /** A component that is in place and will stay until it fails, unless {@link #endingAt} says otherwise. */
    static Wear untilDue(Component component, int installed, int due, int driftHours) {
        return new Wear(component, installed, Math.max(installed, due - driftHours), due, due);
    }

    Wear endingAt(int hour) {
        return new Wear(component, installed, onset, due, hour);
    }

    boolean hasDrift() {
        return onset < end;
    }
}
