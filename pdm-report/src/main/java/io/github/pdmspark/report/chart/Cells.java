package io.github.pdmspark.report.chart;

import org.jspecify.annotations.Nullable;

/** Chart values as cells of the table behind the chart. */
final class Cells {

    private static final double EXACT = 1e15;

    private Cells() {}

    /** Null for NaN; whole numbers as such. */
    static @Nullable Object value(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        return value == Math.rint(value) && Math.abs(value) < EXACT ? (Object) (long) value : (Object) value;
    }
}
