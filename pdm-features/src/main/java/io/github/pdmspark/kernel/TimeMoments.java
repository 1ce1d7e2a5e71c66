package io.github.pdmspark.kernel;

/**
 * The sums that a straight line through values over time needs, in double-double. Times are counted in microseconds from
 * an origin that is a multiple of 2^36 (19 hours): the latest one before all values of the state. So times stay small and
 * their sums exact, and the origin does not depend on the order of the values.
 */
final class TimeMoments implements Aggregate {

    static final Aggregate INSTANCE = new TimeMoments();

    private static final int ORIGIN_BITS = 36;
    private static final double MICROS_PER_HOUR = 3.6e9;

    /** A numerator below this share of its two terms is rounding: double-double keeps 2^-100 of them. */
    private static final double NOISE = 0x1p-95;

    private static final int ORIGIN = 0;
    private static final int COUNT = 1;
    private static final int TIMES = 2;
    private static final int SQUARES = 4;
    private static final int VALUES = 6;
    private static final int PRODUCTS = 8;

    private TimeMoments() {}

    @Override
    public int size() {
        return 10;
    }

    @Override
    public void clear(double[] state, int at) {
        for (int i = 0; i < size(); i++) {
            state[at + i] = 0;
        }
    }

    @Override
    public void add(double[] state, int at, long eventTime, double value) {
        double origin = (double) ((eventTime >> ORIGIN_BITS) << ORIGIN_BITS);
        include(state, at, origin);
        double time = eventTime - state[at + ORIGIN];
        state[at + COUNT]++;
        DoubleDouble.add(state, at + TIMES, time);
        DoubleDouble.addProduct(state, at + SQUARES, time, time);
        DoubleDouble.add(state, at + VALUES, value);
        DoubleDouble.addProduct(state, at + PRODUCTS, time, value);
    }

    @Override
    public void merge(double[] state, int at, double[] other, int otherAt) {
        if (other[otherAt + COUNT] == 0) {
            return;
        }
        include(state, at, other[otherAt + ORIGIN]);
        double shift = other[otherAt + ORIGIN] - state[at + ORIGIN];
        double[] moved = new double[size()];
        System.arraycopy(other, otherAt, moved, 0, size());
        shift(moved, 0, shift);
        state[at + COUNT] += moved[COUNT];
        for (int sum = TIMES; sum <= PRODUCTS; sum += 2) {
            DoubleDouble.add(state, at + sum, moved[sum], moved[sum + 1]);
        }
    }

    /** Least-squares slope per hour; NaN below two different times. */
    static double slope(double[] state, int at) {
        double denominator = crossed(state, at, SQUARES, TIMES);
        return denominator == 0 ? Double.NaN : crossed(state, at, PRODUCTS, VALUES) / denominator * MICROS_PER_HOUR;
    }

    /** {@code n * sum(t * x) - sum(t) * sum(x)}. */
    private static double crossed(double[] state, int at, int products, int values) {
        double[] left = {0, 0};
        double[] right = {0, 0};
        DoubleDouble.addScaled(left, 0, state, at + products, state[at + COUNT]);
        DoubleDouble.addScaled(right, 0, state, at + values, state[at + TIMES]);
        DoubleDouble.addScaled(right, 0, state, at + values, state[at + TIMES + 1]);
        double magnitude = Math.abs(left[0]) + Math.abs(right[0]);
        DoubleDouble.add(left, 0, -right[0], -right[1]);
        double difference = left[0] + left[1];
        return Math.abs(difference) <= NOISE * magnitude ? 0 : difference;
    }

    /** Makes room for values from {@code origin} on. */
    private static void include(double[] state, int at, double origin) {
        if (state[at + COUNT] == 0) {
            state[at + ORIGIN] = origin;
        } else if (origin < state[at + ORIGIN]) {
            shift(state, at, state[at + ORIGIN] - origin);
            state[at + ORIGIN] = origin;
        }
    }

    /** Counts all times from an origin that is {@code by} earlier. */
    private static void shift(double[] state, int at, double by) {
        if (by == 0) {
            return;
        }
        double count = state[at + COUNT];
        DoubleDouble.addScaled(state, at + PRODUCTS, state, at + VALUES, by);
        DoubleDouble.addScaled(state, at + SQUARES, state, at + TIMES, 2 * by);
        DoubleDouble.addProduct(state, at + SQUARES, count * by, by);
        DoubleDouble.addProduct(state, at + TIMES, count, by);
    }
}
