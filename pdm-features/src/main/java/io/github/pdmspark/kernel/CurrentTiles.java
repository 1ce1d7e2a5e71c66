package io.github.pdmspark.kernel;

import java.util.Arrays;

/**
 * The tile that each machine is filling, those of all machines side by side: readings usually come hour by hour over many
 * machines, and each of them should touch few lines of memory.
 */
final class CurrentTiles {

    private static final int START = 0;
    private static final int END = 1;
    private static final int VISIBLE = 2;
    private static final int TILE = 3;
    private static final int VISIBLE_FROM = 4;
    private static final int FIRST = 5;
    private static final int LAST = 6;
    private static final int WIDTH = 8;
    private static final long NONE = Long.MIN_VALUE;

    private final TileGrid grid;
    private final StateLayout layout;
    private long[] spans = {};
    private double[] states = {};
    private int size;

    CurrentTiles(TileGrid grid, StateLayout layout) {
        this.grid = grid;
        this.layout = layout;
    }

    /** Appends a machine without a tile. */
    void addMachine() {
        if (size * WIDTH == spans.length) {
            int capacity = Math.max(8, 2 * size);
            spans = Arrays.copyOf(spans, Math.multiplyExact(capacity, WIDTH));
            states = Arrays.copyOf(states, Math.multiplyExact(capacity, layout.size()));
        }
        spans[size * WIDTH + TILE] = NONE;
        spans[size * WIDTH + START] = Long.MAX_VALUE;
        size++;
    }

    /** Bytes that one machine takes. */
    long bytes() {
        return (long) (WIDTH + layout.size()) * Long.BYTES;
    }

    /** Takes a reading in if it belongs into the current tile of its machine. */
    boolean add(int machine, long eventTime, long knownAt, double[] values) {
        int span = machine * WIDTH;
        if (eventTime < spans[span + START] || eventTime >= spans[span + END] || knownAt > spans[span + VISIBLE]) {
            return false;
        }
        spans[span + FIRST] = Math.min(spans[span + FIRST], eventTime);
        spans[span + LAST] = Math.max(spans[span + LAST], eventTime);
        layout.add(states, machine * layout.size(), eventTime, values);
        return true;
    }

    /** Whether a tile is later than the current one. */
    boolean isAhead(int machine, long tile) {
        return tile > spans[machine * WIDTH + TILE];
    }

    /**
     * Begins a tile. It lies within one step, so all its readings that are known in time have one prediction time that sees
     * them first: they are recognised without a division.
     */
    void begin(int machine, long tile, long visibleFrom) {
        int span = machine * WIDTH;
        spans[span + START] = grid.start(tile);
        spans[span + END] = grid.start(tile + 1);
        spans[span + VISIBLE] = grid.time(visibleFrom);
        spans[span + TILE] = tile;
        spans[span + VISIBLE_FROM] = visibleFrom;
        spans[span + FIRST] = Long.MAX_VALUE;
        spans[span + LAST] = Long.MIN_VALUE;
        layout.clear(states, machine * layout.size());
    }

    /** Appends the current tile of a machine to a store, if there is one. */
    void closeInto(int machine, TileStore store) {
        int span = machine * WIDTH;
        if (spans[span + TILE] != NONE) {
            int entry = store.append(spans[span + TILE], spans[span + VISIBLE_FROM]);
            store.span(entry, spans[span + FIRST], spans[span + LAST]);
            System.arraycopy(states, machine * layout.size(), store.states(), store.state(entry), layout.size());
        }
    }
}
