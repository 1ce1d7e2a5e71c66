package io.github.pdmspark.pipeline;

import org.jspecify.annotations.Nullable;

/** A row of features with all of them in one column; public because Spark's generated code reads it. */
public final class VectorRow {

    private String machineId = "";
    private long asOf;
    private String featureStatus = "";
    private @Nullable Double coverage;
    private @Nullable Double[] features = {};

    public VectorRow() {}

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

    public String getFeatureStatus() {
        return featureStatus;
    }

    public void setFeatureStatus(String featureStatus) {
        this.featureStatus = featureStatus;
    }

    public @Nullable Double getCoverage() {
        return coverage;
    }

    public void setCoverage(@Nullable Double coverage) {
        this.coverage = coverage;
    }

    public @Nullable Double[] getFeatures() {
        return features;
    }

    public void setFeatures(@Nullable Double[] features) {
        this.features = features;
    }
}
