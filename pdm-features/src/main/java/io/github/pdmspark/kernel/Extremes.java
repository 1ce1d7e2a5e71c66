package io.github.pdmspark.kernel;

/** Smallest and largest value. */
final class Extremes implements Aggregate {

    static final Aggregate INSTANCE = new Extremes();

    static final int MIN = 0;
    static final int MAX = 1;

    private Extremes() {}

    @Override
    public int size() {
        return 2;
    }

    @Override
    public void clear(double[] state, int at) {
        state[at + MIN] = Double.POSITIVE_INFINITY;
        state[at + MAX] = Double.NEGATIVE_INFINITY;
    }

    @Override
    public void add(double[] state, int at, long eventTime, double value) {
        add(state, at, value);
    }

    /** Most values are no extremes; {@code Math.min} tells the two zeros apart, so that their order does not matter. */
    static void add(double[] state, int at, double value) {
        if (value <= state[at + MIN]) {
            state[at + MIN] = Math.min(state[at + MIN], value);
        }
        if (value >= state[at + MAX]) {
            state[at + MAX] = Math.max(state[at + MAX], value);
        }
    }

    @Override
    public void merge(double[] state, int at, double[] other, int otherAt) {
        mergeInto(state, at, other, otherAt);
    }

    static void mergeInto(double[] state, int at, double[] other, int otherAt) {
        state[at + MIN] = Math.min(state[at + MIN], other[otherAt + MIN]);
        state[at + MAX] = Math.max(state[at + MAX], other[otherAt + MAX]);
    }
}
