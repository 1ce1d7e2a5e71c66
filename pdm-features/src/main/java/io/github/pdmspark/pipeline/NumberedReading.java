package io.github.pdmspark.pipeline;

import io.github.pdmspark.kernel.TileFolder;
import java.nio.charset.StandardCharsets;

/**
 * One reading of few sensors of a machine whose id is a whole number, so that all of it is a few numbers side by side. A
 * bean, public because Spark's generated code writes it, not meant for other use.
 */
public final class NumberedReading extends NarrowValues {

    private long machineId;

    public NumberedReading() {}

    @Override
    public void foldInto(TileFolder tiles, double[] reused) {
        tiles.add(machineId, getEventTime(), getKnownAt(), valuesIn(reused));
    }

    @Override
    public byte[] machineText() {
        return String.valueOf(machineId).getBytes(StandardCharsets.UTF_8);
    }

    public long getMachineId() {
        return machineId;
    }

    public void setMachineId(long machineId) {
        this.machineId = machineId;
    }
}
