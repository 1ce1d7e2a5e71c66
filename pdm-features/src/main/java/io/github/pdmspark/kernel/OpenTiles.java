package io.github.pdmspark.kernel;

import java.util.ArrayList;
import java.util.List;

/** Tiles of any number of machines, given by their numbers, that still take readings in any order. */
final class OpenTiles {

    private static final long MACHINE_BYTES = 256;

    private final TileGrid grid;
    private final StateLayout layout;
    private final CurrentTiles current;
    private final List<ClosedTiles> closed = new ArrayList<>();

    OpenTiles(TileGrid grid, StateLayout layout) {
        this.grid = grid;
        this.layout = layout;
        this.current = new CurrentTiles(grid, layout);
    }

    int size() {
        return closed.size();
    }

    /** Takes one reading in and gives how many bytes the tiles have grown; the next free number is a new machine. */
    long add(int machine, long eventTime, long knownAt, double[] values) {
        if (machine < closed.size() && current.add(machine, eventTime, knownAt, values)) {
            return 0;
        }
        long grown = machine == closed.size() ? addMachine() : 0;
        ClosedTiles tiles = closed.get(machine);
        long before = tiles.bytes();
        add(tiles, machine, eventTime, knownAt, values);
        return grown + tiles.bytes() - before;
    }

    private void add(ClosedTiles tiles, int machine, long eventTime, long knownAt, double[] values) {
        long tile = grid.tile(eventTime);
        long inTime = grid.floor(eventTime) + 1;
        long visibleFrom = grid.visibleFrom(eventTime, knownAt);
        if (visibleFrom == inTime && current.isAhead(machine, tile)) {
            current.closeInto(machine, tiles.store());
            current.begin(machine, tile, visibleFrom);
            current.add(machine, eventTime, knownAt, values);
        } else {
            tiles.store().add(tiles.entry(tile, visibleFrom), eventTime, values);
        }
    }

    private long addMachine() {
        ClosedTiles tiles = new ClosedTiles(layout);
        closed.add(tiles);
        current.addMachine();
        return MACHINE_BYTES + current.bytes() + tiles.bytes();
    }

    /** Hands the tiles of a machine over and forgets them. */
    TileStore take(int machine) {
        TileStore store = closed.set(machine, null).store();
        current.closeInto(machine, store);
        return store;
    }
}
