package io.github.pdmspark.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Folds the readings of any number of machines into tiles. Readings may come in any order and any portion of a history:
 * parts of one tile from different folders, or from before and after a {@link #drain}, meet again in {@link
 * MachineRecords}.
 */
public final class TileFolder {

    private static final int BLOCK_BYTES = 1 << 18;
    private static final long MACHINE_BYTES = 256;

    private final TileGrid grid;
    private final Normaliser normaliser;
    private final StateLayout layout;
    private final TileCodec codec;
    private final long byteBudget;
    private Map<String, OpenTiles> machines = new LinkedHashMap<>();
    private long bytes;
    private String latestId = "";
    private OpenTiles latest;

    TileFolder(TileGrid grid, Normaliser normaliser, StateLayout layout, long byteBudget) {
        this.grid = grid;
        this.normaliser = normaliser;
        this.layout = layout;
        this.codec = new TileCodec(layout);
        this.byteBudget = byteBudget;
        this.latest = new OpenTiles(layout);
    }

    /**
     * Takes one reading in.
     *
     * @param eventTime microseconds since the epoch
     * @param knownAt microseconds since the epoch
     * @param values one value per sensor of {@link FeatureKernel#sensors}; NaN is a missing value
     */
    public void add(String machineId, long eventTime, long knownAt, double[] values) {
        OpenTiles open = open(machineId);
        long before = open.bytes();
        open.add(grid.tile(eventTime), grid.visibleFrom(eventTime, knownAt), eventTime, normaliser.apply(values));
        bytes += open.bytes() - before;
    }

    /** Whether the tiles fill the byte budget, so that it is time to {@link #drain}. */
    public boolean isFull() {
        return bytes >= byteBudget;
    }

    /** Hands all tiles over as blocks of bounded size, packed while the iterator runs; the folder is empty afterwards. */
    public Iterator<TileBlock> drain() {
        Iterator<Map.Entry<String, OpenTiles>> drained = machines.entrySet().iterator();
        machines = new LinkedHashMap<>();
        bytes = 0;
        return new Blocks(drained);
    }

    private OpenTiles open(String machineId) {
        if (!machineId.equals(latestId) || machines.isEmpty()) {
            latest = machines.computeIfAbsent(machineId, id -> opened());
            latestId = machineId;
        }
        return latest;
    }

    private OpenTiles opened() {
        OpenTiles open = new OpenTiles(layout);
        bytes += MACHINE_BYTES + open.bytes();
        return open;
    }

    private final class Blocks implements Iterator<TileBlock> {

        private final Iterator<Map.Entry<String, OpenTiles>> drained;
        private final Deque<TileBlock> packed = new ArrayDeque<>();

        Blocks(Iterator<Map.Entry<String, OpenTiles>> drained) {
            this.drained = drained;
        }

        @Override
        public boolean hasNext() {
            return !packed.isEmpty() || drained.hasNext();
        }

        @Override
        public TileBlock next() {
            if (packed.isEmpty()) {
                Map.Entry<String, OpenTiles> machine = drained.next();
                drained.remove();
                pack(machine.getKey(), machine.getValue().store());
            }
            return packed.remove();
        }

        private void pack(String machineId, TileStore store) {
            int step = Math.max(1, BLOCK_BYTES / codec.largestTile());
            for (int from = 0; from < store.size(); from += step) {
                int to = Math.min(store.size(), from + step);
                packed.add(new TileBlock(machineId, store.firstReading(from), codec.pack(store, from, to)));
            }
        }
    }
}
