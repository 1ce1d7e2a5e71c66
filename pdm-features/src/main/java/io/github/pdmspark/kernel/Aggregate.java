package io.github.pdmspark.kernel;

/**
 * What is kept of a set of values so that sets can be merged: a few doubles from {@code at} on in a flat array. Merging
 * with an empty state changes nothing, bit for bit; merging is commutative and associative up to the last rounding.
 */
interface Aggregate {

    /** Number of doubles of a state. */
    int size();

    /** Writes the state of no value. */
    void clear(double[] state, int at);

    /** Takes one value in; {@code eventTime} in microseconds since the epoch. */
    void add(double[] state, int at, long eventTime, double value);

    /** Takes the state {@code other} in. */
    void merge(double[] state, int at, double[] other, int otherAt);
}
