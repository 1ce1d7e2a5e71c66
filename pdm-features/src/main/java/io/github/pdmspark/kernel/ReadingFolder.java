package io.github.pdmspark.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs the readings of the sensors that features read in the order of time, as they are. Readings may come in any order
 * and any portion of a history; they meet again in {@link MachineRecords}.
 */
public final class ReadingFolder {

    private static final int BLOCK_BYTES = 1 << 18;
    private static final long MACHINE_BYTES = 256;

    private final TileGrid grid;
    private final Normaliser normaliser;
    private final int[] places;
    private final long byteBudget;
    private final Map<String, ReadingStore> machines = new LinkedHashMap<>();
    private long bytes;

    /**
     * @param places where the values to keep lie among the values of a reading
     */
    ReadingFolder(TileGrid grid, Normaliser normaliser, int[] places, long byteBudget) {
        this.grid = grid;
        this.normaliser = normaliser;
        this.places = places;
        this.byteBudget = byteBudget;
    }

    /** Takes one reading in; the arguments are those of {@link TileFolder#add}. */
    public void add(String machineId, long eventTime, long knownAt, double[] values) {
        ReadingStore store = machines.computeIfAbsent(machineId, id -> opened());
        long before = store.bytes();
        store.add(eventTime, grid.visibleFrom(eventTime, knownAt), normaliser.apply(values), places);
        bytes += store.bytes() - before;
    }

    /** Whether the readings fill the byte budget, so that it is time to {@link #drain}. */
    public boolean isFull() {
        return bytes >= byteBudget;
    }

    /** Hands all readings over as blocks of bounded size; the folder is empty afterwards. */
    public List<ReadingBlock> drain() {
        List<ReadingBlock> blocks = new ArrayList<>();
        machines.forEach((machineId, store) -> {
            int step = Math.max(1, BLOCK_BYTES / store.readingBytes());
            for (int from = 0; from < store.size(); from += step) {
                int to = Math.min(store.size(), from + step);
                blocks.add(new ReadingBlock(machineId, store.pack(from, to)));
            }
        });
        machines.clear();
        bytes = 0;
        return blocks;
    }

    private ReadingStore opened() {
        ReadingStore store = new ReadingStore(places.length);
        bytes += MACHINE_BYTES + store.bytes();
        return store;
    }
}
