package io.github.pdmspark.kernel;

/** How far a counter of usage went since the latest visible event; NaN where either end is unknown. */
final class UsageSince implements FeatureWriter {

    private final TileGrid grid;
    private final ReadingTrack usage;
    private final LatestEvent latest;

    UsageSince(TileGrid grid, ReadingTrack usage, EventTimes events) {
        this.grid = grid;
        this.usage = usage;
        this.latest = new LatestEvent(events);
    }

    @Override
    public void write(long index, double[] row, int at) {
        long time = latest.at(index);
        row[at] = time == Long.MIN_VALUE
                ? Double.NaN
                : usage.latestBefore(grid.time(index), index) - usage.latestBefore(time + 1, index);
    }
}
