package io.github.pdmspark.scoring;

import org.jspecify.annotations.Nullable;

/**
 * A row on its way to the score table: its key, the status of its features, and numbers that are features or class scores. A
 * bean; public because Spark's generated code writes it, not meant for other use.
 */
public final class ScoreInput {

    private @Nullable String machineId;
    private long asOf;
    private @Nullable String status;
    private int imputed;
    private double[] numbers = {};

    public ScoreInput() {}

    public @Nullable String getMachineId() {
        return machineId;
    }

    public void setMachineId(@Nullable String machineId) {
        this.machineId = machineId;
    }

    public long getAsOf() {
        return asOf;
    }

    public void setAsOf(long asOf) {
        this.asOf = asOf;
    }

    public @Nullable String getStatus() {
        return status;
    }

    public void setStatus(@Nullable String status) {
        this.status = status;
    }

    public int getImputed() {
        return imputed;
    }

    public void setImputed(int imputed) {
        this.imputed = imputed;
    }

    public double[] getNumbers() {
        return numbers;
    }

    public void setNumbers(double[] numbers) {
        this.numbers = numbers;
    }
}
