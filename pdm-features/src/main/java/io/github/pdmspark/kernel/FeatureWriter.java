package io.github.pdmspark.kernel;

/** Computes the columns of one feature of one machine; prediction times come in ascending order. */
@FunctionalInterface
interface FeatureWriter {

    /**
     * Writes its columns from {@code at} on.
     *
     * @param index number of the prediction time
     * @param row NaN stands for null
     */
    void write(long index, double[] row, int at);
}
