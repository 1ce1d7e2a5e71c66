package io.github.pdmspark.kernel;

import io.github.pdmspark.kernel.EventTimes.Event;
import java.util.List;

/** The time of the latest visible event; prediction times come in ascending order. */
final class LatestEvent {

    private final List<Event> events;
    private int seen;
    private long latest = Long.MIN_VALUE;

    LatestEvent(EventTimes events) {
        this.events = events.byVisibility();
    }

    /** Microseconds since the epoch; {@code Long.MIN_VALUE} if no event is visible. */
    long at(long index) {
        while (seen < events.size() && events.get(seen).visibleFrom() <= index) {
            latest = Math.max(latest, events.get(seen).time());
            seen++;
        }
        return latest;
    }
}
