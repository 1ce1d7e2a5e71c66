package io.github.pdmspark.kernel;

import java.util.Arrays;

/** Tiles of one machine that were left for a later one; a reading that comes late finds the tile that it belongs to. */
final class ClosedTiles {

    private static final int FREE = -1;

    private final TileStore store;
    private int[] index = {};
    private int indexed;

    ClosedTiles(StateLayout layout) {
        this.store = new TileStore(layout);
    }

    TileStore store() {
        return store;
    }

    /** Bytes on the heap. */
    long bytes() {
        return store.bytes() + (long) index.length * Integer.BYTES;
    }

    /** The entry of a tile, empty for a new one. */
    int entry(long tile, long visibleFrom) {
        catchUp();
        int place = place(tile, visibleFrom);
        return index[place] == FREE ? store.append(tile, visibleFrom) : index[place];
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
