package io.github.pdmspark.kernel;

import java.util.Arrays;

/**
 * Tiles of one machine that still take readings, found by key: readings may arrive in any order. Those that come in the
 * order of time open one tile after the other, and nothing is looked up until a reading comes late.
 */
final class OpenTiles {

    private static final int FREE = -1;

    private final TileGrid grid;
    private final TileStore store;
    private int[] index = {};
    private int indexed;
    private long greatestTile = Long.MIN_VALUE;
    private int latest = FREE;
    private long latestStart;
    private long latestEnd;
    private long latestVisible;

    OpenTiles(TileGrid grid, StateLayout layout) {
        this.grid = grid;
        this.store = new TileStore(layout);
    }

    TileStore store() {
        return store;
    }

    /** Takes one reading in and gives how many bytes the tiles have grown. */
    long add(long eventTime, long knownAt, double[] values) {
        if (latest != FREE && eventTime >= latestStart && eventTime < latestEnd && knownAt <= latestVisible) {
            store.add(latest, eventTime, values);
            return 0;
        }
        long before = bytes();
        store.add(open(eventTime, knownAt), eventTime, values);
        return bytes() - before;
    }

    /**
     * The entry of a reading. A tile lies within one step, so all its readings that are known in time have one prediction
     * time that sees them first: the next readings of such an entry are recognised without a division.
     */
    private int open(long eventTime, long knownAt) {
        long tile = grid.tile(eventTime);
        long inTime = grid.floor(eventTime) + 1;
        long visibleFrom = grid.visibleFrom(eventTime, knownAt);
        int entry = entry(tile, visibleFrom);
        if (visibleFrom == inTime) {
            latest = entry;
            latestStart = grid.start(tile);
            latestEnd = grid.start(tile + 1);
            latestVisible = grid.time(inTime);
        }
        return entry;
    }

    /** Bytes on the heap. */
    long bytes() {
        return store.bytes() + (long) index.length * Integer.BYTES;
    }

    private int entry(long tile, long visibleFrom) {
        if (tile > greatestTile) {
            greatestTile = tile;
            return store.append(tile, visibleFrom);
        }
        catchUp();
        int place = place(tile, visibleFrom);
        if (index[place] != FREE) {
            return index[place];
        }
        return store.append(tile, visibleFrom);
    }

    /** Indexes the entries since the last look-up; at least half of the places stay free. */
    private void catchUp() {
        if (2 * store.size() >= index.length) {
            index = new int[Math.max(8, 2 * Integer.highestOneBit(2 * store.size()))];
            Arrays.fill(index, FREE);
            indexed = 0;
        }
        for (; indexed < store.size(); indexed++) {
            index[place(store.tile(indexed), store.visibleFrom(indexed))] = indexed;
        }
    }

    private int place(long tile, long visibleFrom) {
        int place = (int) (mixed(tile, visibleFrom) & (index.length - 1));
        while (index[place] != FREE && !isKey(index[place], tile, visibleFrom)) {
            place = (place + 1) & (index.length - 1);
        }
        return place;
    }

    private boolean isKey(int entry, long tile, long visibleFrom) {
        return store.tile(entry) == tile && store.visibleFrom(entry) == visibleFrom;
    }

    /** Fibonacci hashing: neighbouring tiles must not form long runs. */
    private static long mixed(long tile, long visibleFrom) {
        return ((tile * 31 + visibleFrom) * 0x9E3779B97F4A7C15L) >>> 32;
    }
}
