package io.github.pdmspark.kernel;

/** Sum and sum of squares, each in double-double. */
final class Moments implements Aggregate {

    static final Aggregate INSTANCE = new Moments();

    static final int SUM = 0;
    static final int SQUARES = 2;

    private Moments() {}

    @Override
    public int size() {
        return 4;
    }

    @Override
    public void clear(double[] state, int at) {
        state[at + SUM] = 0;
        state[at + SUM + 1] = 0;
        state[at + SQUARES] = 0;
        state[at + SQUARES + 1] = 0;
    }

    @Override
    public void add(double[] state, int at, long eventTime, double value) {
        add(state, at, value);
    }

    static void add(double[] state, int at, double value) {
        DoubleDouble.add(state, at + SUM, value);
        DoubleDouble.addSquare(state, at + SQUARES, value);
    }

    @Override
    public void merge(double[] state, int at, double[] other, int otherAt) {
        mergeInto(state, at, other, otherAt);
    }

    static void mergeInto(double[] state, int at, double[] other, int otherAt) {
        DoubleDouble.add(state, at + SUM, other[otherAt + SUM], other[otherAt + SUM + 1]);
        DoubleDouble.add(state, at + SQUARES, other[otherAt + SQUARES], other[otherAt + SQUARES + 1]);
    }
}
