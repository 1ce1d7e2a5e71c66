package io.github.pdmspark.kernel;

/**
 * The value with the latest event time; of several at one time the largest. A time is kept as a double, which is exact to
 * the microsecond until the year 2255.
 */
final class Latest implements Aggregate {

    static final Aggregate INSTANCE = new Latest();

    static final int TIME = 0;
    static final int VALUE = 1;

    private Latest() {}

    @Override
    public int size() {
        return 2;
    }

    @Override
    public void clear(double[] state, int at) {
        state[at + TIME] = Double.NEGATIVE_INFINITY;
        state[at + VALUE] = Double.NEGATIVE_INFINITY;
    }

    @Override
    public void add(double[] state, int at, long eventTime, double value) {
        take(state, at, (double) eventTime, value);
    }

    @Override
    public void merge(double[] state, int at, double[] other, int otherAt) {
        take(state, at, other[otherAt + TIME], other[otherAt + VALUE]);
    }

    private static void take(double[] state, int at, double time, double value) {
        if (time > state[at + TIME] || (time == state[at + TIME] && Double.compare(value, state[at + VALUE]) > 0)) {
            state[at + TIME] = time;
            state[at + VALUE] = value;
        }
    }
}
