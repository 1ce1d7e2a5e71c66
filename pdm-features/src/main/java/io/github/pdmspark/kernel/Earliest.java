package io.github.pdmspark.kernel;

/** The value with the earliest event time; of several at one time the smallest. The mirror image of {@link Latest}. */
final class Earliest implements Aggregate {

    static final Aggregate INSTANCE = new Earliest();

    static final int TIME = 0;
    static final int VALUE = 1;

    private Earliest() {}

    @Override
    public int size() {
        return 2;
    }

    @Override
    public void clear(double[] state, int at) {
        state[at + TIME] = Double.POSITIVE_INFINITY;
        state[at + VALUE] = Double.POSITIVE_INFINITY;
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
        if (time < state[at + TIME] || (time == state[at + TIME] && Double.compare(value, state[at + VALUE]) < 0)) {
            state[at + TIME] = time;
            state[at + VALUE] = value;
        }
    }
}
