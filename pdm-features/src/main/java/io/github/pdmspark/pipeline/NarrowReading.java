package io.github.pdmspark.pipeline;

import io.github.pdmspark.kernel.TileFolder;

/**
 * One reading of few sensors of a machine whose id is text; the id comes in UTF-8, as text for every reading would cost more
 * than all sums. A bean, public because Spark's generated code writes it, not meant for other use.
 */
public final class NarrowReading extends NarrowValues {

    private byte[] machineId = {};

    public NarrowReading() {}

    @Override
    public void foldInto(TileFolder tiles, double[] reused) {
        tiles.add(machineId, getEventTime(), getKnownAt(), valuesIn(reused));
    }

    @Override
    public byte[] machineText() {
        return machineId;
    }

    public byte[] getMachineId() {
        return machineId;
    }

    public void setMachineId(byte[] machineId) {
        this.machineId = machineId;
    }
}
