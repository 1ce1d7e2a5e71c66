package io.github.pdmspark.kernel;

import io.github.pdmspark.kernel.EventTimes.Event;
import java.util.List;

/** Hours since the latest visible event, NaN if there is none, and then whether there is none. */
final class TimeSinceLatest implements FeatureWriter {

    private static final double MICROS_PER_HOUR = 3.6e9;

    private final TileGrid grid;
    private final List<Event> events;
    private int seen;
    private long latest = Long.MIN_VALUE;

    TimeSinceLatest(TileGrid grid, EventTimes events) {
        this.grid = grid;
        this.events = events.byVisibility();
    }

    @Override
    public void write(long index, double[] row, int at) {
        while (seen < events.size() && events.get(seen).visibleFrom() <= index) {
            latest = Math.max(latest, events.get(seen).time());
            seen++;
        }
        row[at] = seen == 0 ? Double.NaN : (grid.time(index) - latest) / MICROS_PER_HOUR;
        row[at + 1] = seen == 0 ? 1 : 0;
    }
}
