package io.github.pdmspark.pipeline;

/** One reading as a bean; public because Spark's generated code writes it, not meant for other use. */
public final class TelemetryReading {

    private String machineId = "";
    private long eventTime;
    private long knownAt;
    private double[] values = {};

    public TelemetryReading() {}

    public String getMachineId() {
        return machineId;
    }

    public void setMachineId(String machineId) {
        this.machineId = machineId;
    }

    public long getEventTime() {
        return eventTime;
    }

    public void setEventTime(long eventTime) {
        this.eventTime = eventTime;
    }

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
