package io.github.pdmspark.kernel;

/** A statistic of the values of a window in the order of time. */
@FunctionalInterface
interface OrderedStatistic {

    /** Writes its columns from {@code at} on; NaN stands for null. */
    void write(OrderedWindow window, double[] row, int at);
}
