package io.github.pdmspark.kernel;

/**
 * Sum of the values weighted {@code 2^(t / halfLife)} and sum of the weights, in double-double. The weights are scaled by
 * {@code 2^-exponent}, the whole half-lives of the latest value: scaling by powers of two is exact, so the mean does not
 * depend on where the scale lies.
 *
 * @param halfLife microseconds
 */
record DecayedSums(long halfLife) implements Aggregate {

    private static final int EXPONENT = 0;
    private static final int VALUES = 1;
    private static final int WEIGHTS = 3;

    /** What is this many half-lives older than the latest value weighs nothing in double-double. */
    private static final double FORGOTTEN = -1000;

    @Override
    public int size() {
        return 5;
    }

    @Override
    public void clear(double[] state, int at) {
        state[at + EXPONENT] = Double.NEGATIVE_INFINITY;
        for (int i = VALUES; i < size(); i++) {
            state[at + i] = 0;
        }
    }

    @Override
    public void add(double[] state, int at, long eventTime, double value) {
        long whole = Math.floorDiv(eventTime, halfLife);
        double part = (eventTime - whole * halfLife) / (double) halfLife;
        include(state, at, (double) whole);
        double weight = StrictMath.pow(2, part) * power(whole - state[at + EXPONENT]);
        DoubleDouble.addProduct(state, at + VALUES, weight, value);
        DoubleDouble.add(state, at + WEIGHTS, weight);
    }

    @Override
    public void merge(double[] state, int at, double[] other, int otherAt) {
        include(state, at, other[otherAt + EXPONENT]);
        double scale = power(other[otherAt + EXPONENT] - state[at + EXPONENT]);
        add(state, at + VALUES, other, otherAt + VALUES, scale);
        add(state, at + WEIGHTS, other, otherAt + WEIGHTS, scale);
    }

    double mean(double[] state, int at) {
        return (state[at + VALUES] + state[at + VALUES + 1]) / (state[at + WEIGHTS] + state[at + WEIGHTS + 1]);
    }

    private static void add(double[] state, int at, double[] other, int otherAt, double scale) {
        DoubleDouble.add(state, at, other[otherAt] * scale, other[otherAt + 1] * scale);
    }

    private static void include(double[] state, int at, double exponent) {
        if (exponent > state[at + EXPONENT]) {
            double scale = power(state[at + EXPONENT] - exponent);
            state[at + EXPONENT] = exponent;
            for (int i = VALUES; i < WEIGHTS + 2; i++) {
                state[at + i] *= scale;
            }
        }
    }

    private static double power(double exponent) {
        return exponent < FORGOTTEN ? 0 : Math.scalb(1.0, (int) exponent);
    }
}
