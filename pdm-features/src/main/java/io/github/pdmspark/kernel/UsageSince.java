package io.github.pdmspark.kernel;

import io.github.pdmspark.kernel.EventTimes.Event;
import java.util.List;

/** How far a counter of usage went since the latest visible event; NaN where either end is unknown. */
final class UsageSince implements FeatureWriter {

    private final TileGrid grid;
    private final ReadingTrack usage;
    private final List<Event> events;
    private int seen;
    private long latest = Long.MIN_VALUE;

    UsageSince(TileGrid grid, ReadingTrack usage, EventTimes events) {
        this.grid = grid;
        this.usage = usage;
        this.events = events.byVisibility();
    }

    @Override
    public void write(long index, double[] row, int at) {
        while (seen < events.size() && events.get(seen).visibleFrom() <= index) {
            latest = Math.max(latest, events.get(seen).time());
            seen++;
        }
        row[at] = seen == 0
                ? Double.NaN
                : usage.latestBefore(grid.time(index), index) - usage.latestBefore(latest + 1, index);
    }
}
