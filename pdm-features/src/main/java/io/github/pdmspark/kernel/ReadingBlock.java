package io.github.pdmspark.kernel;

/** Packed readings of one machine, to be handed to {@link MachineRecords#addReadings}. */
public final class ReadingBlock {

    private final String machineId;
    private final byte[] bytes;

    ReadingBlock(String machineId, byte[] bytes) {
        this.machineId = machineId;
        this.bytes = bytes;
    }

    /** The machine whose readings are inside. */
    public String machineId() {
        return machineId;
    }

    /** The packed readings; not a copy. */
    public byte[] bytes() {
        return bytes;
    }
}
