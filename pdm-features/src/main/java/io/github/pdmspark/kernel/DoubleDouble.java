package io.github.pdmspark.kernel;

/**
 * Sums with twice the precision of a double: a number is the unevaluated sum {@code s[at] + s[at + 1]}, the larger part
 * first. Error bounds of 2^-104 relative: Joldes, Muller and Popescu, "Tight and rigorous error bounds for basic building
 * blocks of double-word arithmetic" (2017), algorithms 4 (plus), 6 (plus, accurate), 12 (times), 15 (divide).
 */
final class DoubleDouble {

    private DoubleDouble() {}

    /** Adds a double. */
    static void add(double[] s, int at, double value) {
        double high = s[at];
        double sum = high + value;
        double rest = error(high, value, sum) + s[at + 1];
        normalize(s, at, sum, rest);
    }

    /** Adds the exact product of two doubles. */
    static void addProduct(double[] s, int at, double left, double right) {
        double product = left * right;
        add(s, at, product, Math.fma(left, right, -product));
    }

    /**
     * Adds the square of a double, cut to a multiple of 2^-90 of its size: thousands of squares of one magnitude then have an
     * exact sum, which no order can change. Without the cut, a deviation that is small against the values would differ.
     */
    static void addSquare(double[] s, int at, double value) {
        double square = value * value;
        double shift = square * 0x1p-38;
        add(s, at, square, (Math.fma(value, value, -square) + shift) - shift);
    }

    /** Adds the number {@code high + low}. */
    static void add(double[] s, int at, double high, double low) {
        double sumHigh = s[at] + high;
        double errorHigh = error(s[at], high, sumHigh);
        double sumLow = s[at + 1] + low;
        double errorLow = error(s[at + 1], low, sumLow);
        double carried = errorHigh + sumLow;
        double top = sumHigh + carried;
        double rest = errorLow + (carried - (top - sumHigh));
        normalize(s, at, top, rest);
    }

    /** Adds {@code factor} times the number at {@code other[otherAt]}. */
    static void addScaled(double[] s, int at, double[] other, int otherAt, double factor) {
        double high = other[otherAt];
        double product = high * factor;
        double rest = Math.fma(high, factor, -product) + other[otherAt + 1] * factor;
        double sum = product + rest;
        add(s, at, sum, rest - (sum - product));
    }

    /**
     * The sum of squared deviations from the mean, {@code squares - sum * sum / n}, never negative.
     *
     * @param s holds the sum at {@code sum} and the sum of squares at {@code squares}
     */
    static double squaredDeviations(double[] s, int sum, int squares, double n) {
        double high = s[sum];
        double low = s[sum + 1];
        double square = high * high;
        double squareLow = Math.fma(high, high, -square) + 2 * high * low;
        double quotient = square / n;
        double quotientLow = (Math.fma(-quotient, n, square) + squareLow) / n;
        double[] difference = {s[squares], s[squares + 1]};
        add(difference, 0, -quotient, -quotientLow);
        return Math.max(0, difference[0] + difference[1]);
    }

    /** What {@code sum = left + right} lost to rounding; exact for finite numbers (Knuth's two-sum). */
    private static double error(double left, double right, double sum) {
        double rightPart = sum - left;
        return (left - (sum - rightPart)) + (right - rightPart);
    }

    private static void normalize(double[] s, int at, double high, double low) {
        double sum = high + low;
        s[at] = sum;
        s[at + 1] = low - (sum - high);
    }
}
