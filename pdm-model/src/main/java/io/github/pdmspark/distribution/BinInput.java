package io.github.pdmspark.distribution;

/**
 * The numbers of a row, NaN where one is missing, and the group of its machine. A bean; public because Spark's generated code
 * writes it, not meant for other use.
 */
public final class BinInput {

    private int group;
    private double[] numbers = {};

    public BinInput() {}

    public int getGroup() {
        return group;
    }

    public void setGroup(int group) {
        this.group = group;
    }

    public double[] getNumbers() {
        return numbers;
    }

    public void setNumbers(double[] numbers) {
        this.numbers = numbers;
    }
}
