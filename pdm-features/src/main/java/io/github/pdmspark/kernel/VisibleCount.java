package io.github.pdmspark.kernel;

import io.github.pdmspark.kernel.EventTimes.Event;
import java.util.List;

/** The number of all visible events. */
final class VisibleCount implements FeatureWriter {

    private final List<Event> events;
    private int seen;

    VisibleCount(EventTimes events) {
        this.events = events.byVisibility();
    }

    @Override
    public void write(long index, double[] row, int at) {
        while (seen < events.size() && events.get(seen).visibleFrom() <= index) {
            seen++;
        }
        row[at] = seen;
    }
}
