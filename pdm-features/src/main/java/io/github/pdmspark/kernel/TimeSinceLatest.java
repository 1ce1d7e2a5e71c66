package io.github.pdmspark.kernel;

/** Hours since the latest visible event, NaN if there is none, and then whether there is none. */
final class TimeSinceLatest implements FeatureWriter {

    private static final double MICROS_PER_HOUR = 3.6e9;

    private final TileGrid grid;
    private final LatestEvent latest;

    TimeSinceLatest(TileGrid grid, EventTimes events) {
        this.grid = grid;
        this.latest = new LatestEvent(events);
    }

    @Override
    public void write(long index, double[] row, int at) {
        long time = latest.at(index);
        boolean never = time == Long.MIN_VALUE;
        row[at] = never ? Double.NaN : (grid.time(index) - time) / MICROS_PER_HOUR;
        row[at + 1] = never ? 1 : 0;
    }
}
