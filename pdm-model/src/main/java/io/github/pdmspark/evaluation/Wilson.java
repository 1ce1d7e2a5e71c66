package io.github.pdmspark.evaluation;

/** The Wilson score interval of a share, at 95 %. */
final class Wilson {

    /** The 97.5 % point of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private Wilson() {}

    /** Of a share in [0, 1] among {@code total} independent cases, more than 0 and not always whole. */
    static Interval interval(double share, double total) {
        double z2 = Z * Z / total;
        double middle = share + z2 / 2;
        double half = Z * Math.sqrt(share * (1 - share) / total + z2 / (4 * total));
        double low = share == 0 ? 0 : (middle - half) / (1 + z2);
        double high = share == 1 ? 1 : (middle + half) / (1 + z2);
        return new Interval(low, high);
    }
}
