package io.github.pdmspark.report.table;

import java.util.List;
import java.util.Locale;

/** Numbers as a person writes them. */
public final class Numbers {

    private static final double GROUPED_FROM = 10_000;
    private static final double TINY = 1e-4;
    private static final double HUGE = 1e15;
    private static final int SIGNIFICANT = 4;
    private static final int MOST_DECIMALS = 6;
    private static final int FEWEST_BESIDE_FRACTION = 2;

    private Numbers() {}

    /** A number alone: whole numbers as such, others with about four significant digits. */
    public static String plain(double value) {
        String text = fixed(value, Double.isFinite(value) ? decimalsFor(List.of(value)) : 0, isLong(value));
        return text.indexOf('.') < 0 || text.indexOf('e') > 0 ? text : text.replaceAll("\\.?0+$", "");
    }

    /** Whether the thousands are set apart: from 10,000 on, so that a year or an id stays one word. */
    static boolean isLong(Number number) {
        return Math.abs(number.doubleValue()) >= GROUPED_FROM;
    }

    static String whole(long value, boolean grouped) {
        return grouped ? String.format(Locale.ROOT, "%,d", value) : Long.toString(value);
    }

    /** A fraction with this many decimals; very small and very large ones with an exponent. */
    static String fixed(double value, int decimals, boolean grouped) {
        double size = Math.abs(value);
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "\u221E" : "-\u221E";
        }
        if (size != 0 && (size < TINY || size >= HUGE)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        String text = String.format(Locale.ROOT, (grouped ? "%,." : "%.") + decimals + "f", value);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }

    /** Decimals that show four significant digits of the largest value, at least two beside a fraction, none when all are whole. */
    static int decimalsFor(List<Double> values) {
        if (values.stream().allMatch(value -> value == Math.rint(value))) {
            return 0;
        }
        double largest = values.stream().mapToDouble(Math::abs).max().orElse(0);
        int magnitude = (int) Math.floor(Math.log10(largest)) + 1;
        int decimals = magnitude >= 1 ? SIGNIFICANT - magnitude : SIGNIFICANT - 1 - magnitude;
        boolean small = values.stream().anyMatch(value -> value != 0 && Math.abs(value) < 1);
        return Math.max(small ? FEWEST_BESIDE_FRACTION : 0, Math.min(MOST_DECIMALS, decimals));
    }
}
