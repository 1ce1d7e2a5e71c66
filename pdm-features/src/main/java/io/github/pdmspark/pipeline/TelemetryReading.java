package io.github.pdmspark.pipeline;

import io.github.pdmspark.kernel.TileFolder;

/** One reading as a bean; public because Spark's generated code writes it, not meant for other use. */
public final class TelemetryReading implements Reading {

    private byte[] machineId = {};
    private long eventTime;
    private long knownAt;
    private double[] values = {};

    public TelemetryReading() {}

    @Override
    public double[] valuesIn(double[] reused) {
        return values;
    }

    @Override
    public void foldInto(TileFolder tiles, double[] reused) {
        tiles.add(machineId, eventTime, knownAt, values);
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

    @Override
    public long getEventTime() {
        return eventTime;
    }

    public void setEventTime(long eventTime) {
        this.eventTime = eventTime;
    }

    @Override
    public long getKnownAt() {
        return knownAt;
    }

    public void setKnownAt(long knownAt) {
        this.knownAt = knownAt;
    }

    public double[] getValues() {
        return values;
    }

    public void setValues(double[] values) {
        this.values = values;
    }
}
