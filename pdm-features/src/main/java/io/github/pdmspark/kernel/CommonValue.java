package io.github.pdmspark.kernel;

/** The value that all values have in common, if they are equal. */
final class CommonValue implements Aggregate {

    static final Aggregate INSTANCE = new CommonValue();

    private static final double NO_VALUE = Double.POSITIVE_INFINITY;
    private static final double DIFFERENT = Double.NaN;

    private CommonValue() {}

    @Override
    public int size() {
        return 1;
    }

    @Override
    public void clear(double[] state, int at) {
        state[at] = NO_VALUE;
    }

    @Override
    public void add(double[] state, int at, long eventTime, double value) {
        add(state, at, value);
    }

    /** NaN differs from everything, so that it stays. */
    static void add(double[] state, int at, double value) {
        double common = state[at];
        if (common != value) {
            state[at] = common == NO_VALUE ? value : DIFFERENT;
        }
    }

    @Override
    public void merge(double[] state, int at, double[] other, int otherAt) {
        mergeInto(state, at, other, otherAt);
    }

    static void mergeInto(double[] state, int at, double[] other, int otherAt) {
        if (other[otherAt] != NO_VALUE) {
            add(state, at, other[otherAt]);
        }
    }

    /** Whether all values are equal and finite. */
    static boolean exists(double[] state, int at) {
        return Double.isFinite(state[at]);
    }
}
