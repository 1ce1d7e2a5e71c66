package io.github.pdmspark.pipeline;

/** A row of features with the remark of a {@link RowCompanion}; public because Spark's generated code reads it. */
public final class AccompaniedRow extends FeatureRow {

    private String[] texts = {};
    private double number;

    public AccompaniedRow() {}

    public String[] getTexts() {
        return texts;
    }

    public void setTexts(String[] texts) {
        this.texts = texts;
    }

    public double getNumber() {
        return number;
    }

    public void setNumber(double number) {
        this.number = number;
    }
}
