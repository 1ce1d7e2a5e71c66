package io.github.pdmspark.kernel;

import java.util.Arrays;

/** Values in ascending order, to which few are added and from which few are taken at a time. */
final class SortedValues {

    private double[] values = {};
    private int size;

    int size() {
        return size;
    }

    double get(int rank) {
        return values[rank];
    }

    /** Forgets all values and takes these. */
    void replace(double[] others, int count) {
        values = values.length < count ? new double[2 * count] : values;
        System.arraycopy(others, 0, values, 0, count);
        Arrays.sort(values, 0, count);
        size = count;
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(16, 2 * size));
        }
        int rank = rank(value);
        System.arraycopy(values, rank, values, rank + 1, size - rank);
        values[rank] = value;
        size++;
    }

    /** Takes away a value that is there. */
    void remove(double value) {
        int rank = rank(value);
        size--;
        System.arraycopy(values, rank + 1, values, rank, size - rank);
    }

    private int rank(double value) {
        int rank = Arrays.binarySearch(values, 0, size, value);
        return rank < 0 ? -rank - 1 : rank;
    }
}
