package io.github.pdmspark.kernel;

import java.util.Arrays;

/**
 * Tiles of one machine side by side: which tile, the prediction time that sees it first, the span of its readings and the
 * states of its sensors. Readings of one tile that become visible at different prediction times are different entries.
 */
final class TileStore {

    private static final int FIRST_CAPACITY = 4;

    private final StateLayout layout;
    private int size;
    private long[] tiles = new long[FIRST_CAPACITY];
    private long[] visibleFrom = new long[FIRST_CAPACITY];
    private long[] firstReadings = new long[FIRST_CAPACITY];
    private long[] lastReadings = new long[FIRST_CAPACITY];
    private double[] states;

    TileStore(StateLayout layout) {
        this.layout = layout;
        this.states = new double[FIRST_CAPACITY * layout.size()];
    }

    int size() {
        return size;
    }

    long tile(int entry) {
        return tiles[entry];
    }

    long visibleFrom(int entry) {
        return visibleFrom[entry];
    }

    long firstReading(int entry) {
        return firstReadings[entry];
    }

    long lastReading(int entry) {
        return lastReadings[entry];
    }

    double[] states() {
        return states;
    }

    /** Where the states of an entry begin in {@link #states}. */
    int state(int entry) {
        return entry * layout.size();
    }

    /** Appends an entry without a reading and gives its number. */
    int append(long tile, long visible) {
        if (size == tiles.length) {
            grow(2 * size);
        }
        tiles[size] = tile;
        visibleFrom[size] = visible;
        firstReadings[size] = Long.MAX_VALUE;
        lastReadings[size] = Long.MIN_VALUE;
        layout.clear(states, state(size));
        return size++;
    }

    /** Makes room for so many more entries. */
    void reserve(int entries) {
        if (size + entries > tiles.length) {
            grow(Math.max(size + entries, tiles.length + tiles.length / 2));
        }
    }

    /** Takes one reading into an entry. */
    void add(int entry, long eventTime, double[] values) {
        span(entry, eventTime, eventTime);
        layout.add(states, state(entry), eventTime, values);
    }

    /** Widens the span of the readings of an entry. */
    void span(int entry, long first, long last) {
        firstReadings[entry] = Math.min(firstReadings[entry], first);
        lastReadings[entry] = Math.max(lastReadings[entry], last);
    }

    /** Whether every entry is of a later key than the one before. */
    boolean isAscending() {
        for (int entry = 1; entry < size; entry++) {
            boolean later = tiles[entry - 1] < tiles[entry]
                    || (tiles[entry - 1] == tiles[entry] && visibleFrom[entry - 1] < visibleFrom[entry]);
            if (!later) {
                return false;
            }
        }
        return true;
    }

    /** Takes an entry of another store into the last entry of this one if both are of one key, else appends it. */
    void appendOrMerge(TileStore other, int entry) {
        boolean same =
                size > 0 && tiles[size - 1] == other.tiles[entry] && visibleFrom[size - 1] == other.visibleFrom[entry];
        int target = same ? size - 1 : append(other.tiles[entry], other.visibleFrom[entry]);
        span(target, other.firstReadings[entry], other.lastReadings[entry]);
        layout.merge(states, state(target), other.states, other.state(entry));
    }

    /** Bytes on the heap. */
    long bytes() {
        return (long) tiles.length * (4 + layout.size()) * Double.BYTES;
    }

    private void grow(int capacity) {
        tiles = Arrays.copyOf(tiles, capacity);
        visibleFrom = Arrays.copyOf(visibleFrom, capacity);
        firstReadings = Arrays.copyOf(firstReadings, capacity);
        lastReadings = Arrays.copyOf(lastReadings, capacity);
        states = Arrays.copyOf(states, Math.multiplyExact(capacity, layout.size()));
    }
}
