package io.github.pdmspark.kernel;

/** Packed tiles of one machine, to be handed to {@link MachineRecords#addTiles}. */
public final class TileBlock {

    private final String machineId;
    private final long firstReading;
    private final byte[] bytes;

    TileBlock(String machineId, long firstReading, byte[] bytes) {
        this.machineId = machineId;
        this.firstReading = firstReading;
        this.bytes = bytes;
    }

    /** The machine whose readings are inside. */
    public String machineId() {
        return machineId;
    }

    /** Event time of the first reading of its first tile, in microseconds: a key to sort blocks by. */
    public long firstReading() {
        return firstReading;
    }

    /** The packed tiles; not a copy. */
    public byte[] bytes() {
        return bytes;
    }
}
