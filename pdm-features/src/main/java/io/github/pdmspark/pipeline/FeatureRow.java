package io.github.pdmspark.pipeline;

/**
 * The features of one machine at one time as a bean: an array of numbers costs much less than a row of boxed ones; public
 * because Spark's generated code reads it, not meant for other use.
 */
public class FeatureRow {

    private String machineId = "";
    private long asOf;
    private String status = "";
    private double coverage;
    private double[] values = {};

    public FeatureRow() {}

    public String getMachineId() {
        return machineId;
    }

    public void setMachineId(String machineId) {
        this.machineId = machineId;
    }

    public long getAsOf() {
        return asOf;
    }

    public void setAsOf(long asOf) {
        this.asOf = asOf;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public double getCoverage() {
        return coverage;
    }

    public void setCoverage(double coverage) {
        this.coverage = coverage;
    }

    public double[] getValues() {
        return values;
    }

    public void setValues(double[] values) {
        this.values = values;
    }
}
