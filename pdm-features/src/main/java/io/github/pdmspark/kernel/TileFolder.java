package io.github.pdmspark.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Folds the readings of any number of machines into tiles. Readings may come in any order and any portion of a history:
 * parts of one tile from different folders, or from before and after a {@link #drain}, meet again in {@link
 * MachineRecords}.
 */
public final class TileFolder {

    private static final int BLOCK_BYTES = 1 << 18;

    private final TileGrid grid;
    private final Normaliser normaliser;
    private final StateLayout layout;
    private final TileCodec codec;
    private final long byteBudget;
    private OpenMachines machines;
    private long bytes;

    TileFolder(TileGrid grid, Normaliser normaliser, StateLayout layout, long byteBudget) {
        this.grid = grid;
        this.normaliser = normaliser;
        this.layout = layout;
        this.codec = new TileCodec(layout);
        this.byteBudget = byteBudget;
        this.machines = new OpenMachines(grid, layout);
    }

    /**
     * Takes one reading in.
     *
     * @param eventTime microseconds since the epoch
     * @param knownAt microseconds since the epoch
     * @param values one value per sensor of {@link FeatureKernel#sensors}; NaN is a missing value
     */
    public void add(String machineId, long eventTime, long knownAt, double[] values) {
        add(machineId.getBytes(StandardCharsets.UTF_8), eventTime, knownAt, values);
    }

    /**
     * The same for an id in UTF-8, which saves making text for every reading.
     *
     * @param machineId must not be changed afterwards
     */
    public void add(byte[] machineId, long eventTime, long knownAt, double[] values) {
        bytes += machines.add(machineId, eventTime, knownAt, normaliser.apply(values));
    }

    /** The same for an id that is the decimal text of a whole number. */
    public void add(long machineId, long eventTime, long knownAt, double[] values) {
        bytes += machines.add(machineId, eventTime, knownAt, normaliser.apply(values));
    }

    /** Whether the tiles fill the byte budget, so that it is time to {@link #drain}. */
    public boolean isFull() {
        return bytes >= byteBudget;
    }

    /** Hands all tiles over as blocks of bounded size, packed while the iterator runs; the folder is empty afterwards. */
    public Iterator<TileBlock> drain() {
        OpenMachines drained = machines;
        machines = new OpenMachines(grid, layout);
        bytes = 0;
        return new Blocks(drained);
    }

    private final class Blocks implements Iterator<TileBlock> {

        private final OpenMachines drained;
        private final Deque<TileBlock> packed = new ArrayDeque<>();
        private final int step = Math.max(1, BLOCK_BYTES / codec.largestTile());
        private final NumberWriter writer = codec.writer(step);
        private int next;

        Blocks(OpenMachines drained) {
            this.drained = drained;
        }

        @Override
        public boolean hasNext() {
            return !packed.isEmpty() || next < drained.size();
        }

        @Override
        public TileBlock next() {
            if (packed.isEmpty()) {
                pack(drained.id(next), drained.take(next++));
            }
            return packed.remove();
        }

        private void pack(String machineId, TileStore store) {
            for (int from = 0; from < store.size(); from += step) {
                int to = Math.min(store.size(), from + step);
                packed.add(new TileBlock(machineId, store.firstReading(from), codec.pack(store, from, to, writer)));
            }
        }
    }
}
