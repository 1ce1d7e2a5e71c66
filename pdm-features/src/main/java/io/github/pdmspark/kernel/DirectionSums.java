package io.github.pdmspark.kernel;

/**
 * Sums of the cosines and sines of angles, in double-double.
 *
 * @param period a full turn in the unit of the values
 */
record DirectionSums(double period) implements Aggregate {

    private static final int COSINES = 0;
    private static final int SINES = 2;

    /** Directions whose mean vector is shorter than this cancel: what is left is rounding. */
    private static final double CANCELLED = 1e-9;

    @Override
    public int size() {
        return 4;
    }

    @Override
    public void clear(double[] state, int at) {
        for (int i = 0; i < size(); i++) {
            state[at + i] = 0;
        }
    }

    /** StrictMath gives the same bits on every machine. */
    @Override
    public void add(double[] state, int at, long eventTime, double value) {
        double radians = Math.IEEEremainder(value, period) / period * (2 * Math.PI);
        DoubleDouble.add(state, at + COSINES, StrictMath.cos(radians));
        DoubleDouble.add(state, at + SINES, StrictMath.sin(radians));
    }

    @Override
    public void merge(double[] state, int at, double[] other, int otherAt) {
        DoubleDouble.add(state, at + COSINES, other[otherAt + COSINES], other[otherAt + COSINES + 1]);
        DoubleDouble.add(state, at + SINES, other[otherAt + SINES], other[otherAt + SINES + 1]);
    }

    /** The direction of the mean vector in {@code [0, period)}; NaN where the directions cancel. */
    double mean(double[] state, int at, double count) {
        double cosine = state[at + COSINES] + state[at + COSINES + 1];
        double sine = state[at + SINES] + state[at + SINES + 1];
        if (StrictMath.hypot(cosine, sine) <= CANCELLED * count) {
            return Double.NaN;
        }
        double turn = StrictMath.atan2(sine, cosine) / (2 * Math.PI);
        double angle = (turn < 0 ? turn + 1 : turn) * period;
        return angle >= period ? 0 : angle;
    }
}
