package io.github.pdmspark.explanation;

/** An alarm with the features of its time. A bean; public because Spark's generated code writes it, not meant for other use. */
public final class AlarmRow {

    private String machineId = "";
    private String component = "";
    private long asOf;
    private double[] features = {};

    public AlarmRow() {}

    public String getMachineId() {
        return machineId;
    }

    public void setMachineId(String machineId) {
        this.machineId = machineId;
    }

    public String getComponent() {
        return component;
    }

    public void setComponent(String component) {
        this.component = component;
    }

    public long getAsOf() {
        return asOf;
    }

    public void setAsOf(long asOf) {
        this.asOf = asOf;
    }

    public double[] getFeatures() {
        return features;
    }

    public void setFeatures(double[] features) {
        this.features = features;
    }
}
