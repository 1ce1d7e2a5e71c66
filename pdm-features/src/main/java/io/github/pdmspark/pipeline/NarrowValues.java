package io.github.pdmspark.pipeline;

/**
 * Times and values of a reading of at most {@link #WIDTH} sensors, without an array, which costs much less per reading;
 * public because Spark's generated code writes it, not meant for other use.
 */
public abstract class NarrowValues implements Reading {

    /** Most sensors that fit. */
    static final int WIDTH = 8;

    private long eventTime;
    private long knownAt;
    private double v0;
    private double v1;
    private double v2;
    private double v3;
    private double v4;
    private double v5;
    private double v6;
    private double v7;

    NarrowValues() {}

    @Override
    public double[] valuesIn(double[] reused) {
        reused[0] = v0;
        reused[1] = v1;
        reused[2] = v2;
        reused[3] = v3;
        reused[4] = v4;
        reused[5] = v5;
        reused[6] = v6;
        reused[7] = v7;
        return reused;
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

    public double getV0() {
        return v0;
    }

    public void setV0(double value) {
        v0 = value;
    }

    public double getV1() {
        return v1;
    }

    public void setV1(double value) {
        v1 = value;
    }

    public double getV2() {
        return v2;
    }

    public void setV2(double value) {
        v2 = value;
    }

    public double getV3() {
        return v3;
    }

    public void setV3(double value) {
        v3 = value;
    }

    public double getV4() {
        return v4;
    }

    public void setV4(double value) {
        v4 = value;
    }

    public double getV5() {
        return v5;
    }

    public void setV5(double value) {
        v5 = value;
    }

    public double getV6() {
        return v6;
    }

    public void setV6(double value) {
        v6 = value;
    }

    public double getV7() {
        return v7;
    }

    public void setV7(double value) {
        v7 = value;
    }
}
