package io.github.pdmspark.kernel;

import java.util.Arrays;

/** Tiles of one machine that still take readings, found by key: readings may arrive in any order. */
final class OpenTiles {

    private static final int FREE = -1;

    private final TileStore store;
    private int[] index = new int[8];
    private int latest = FREE;

    OpenTiles(StateLayout layout) {
        store = new TileStore(layout);
        Arrays.fill(index, FREE);
    }

    TileStore store() {
        return store;
    }

    void add(long tile, long visibleFrom, long eventTime, double[] values) {
        if (latest == FREE || !isKey(latest, tile, visibleFrom)) {
            latest = entry(tile, visibleFrom);
        }
        store.add(latest, eventTime, values);
    }

    /** Bytes on the heap. */
    long bytes() {
        return store.bytes() + (long) index.length * Integer.BYTES;
    }

    private int entry(long tile, long visibleFrom) {
        int place = place(tile, visibleFrom);
        if (index[place] != FREE) {
            return index[place];
        }
        int entry = store.append(tile, visibleFrom);
        index[place] = entry;
        if (2 * store.size() > index.length) {
            rehash();
        }
        return entry;
    }

    private int place(long tile, long visibleFrom) {
        int place = (int) (mixed(tile, visibleFrom) & (index.length - 1));
        while (index[place] != FREE && !isKey(index[place], tile, visibleFrom)) {
            place = (place + 1) & (index.length - 1);
        }
        return place;
    }

    private void rehash() {
        index = new int[2 * index.length];
        Arrays.fill(index, FREE);
        for (int entry = 0; entry < store.size(); entry++) {
            index[place(store.tile(entry), store.visibleFrom(entry))] = entry;
        }
    }

    private boolean isKey(int entry, long tile, long visibleFrom) {
        return store.tile(entry) == tile && store.visibleFrom(entry) == visibleFrom;
    }

    /** Fibonacci hashing: neighbouring tiles must not form long runs. */
    private static long mixed(long tile, long visibleFrom) {
        return ((tile * 31 + visibleFrom) * 0x9E3779B97F4A7C15L) >>> 32;
    }
}
