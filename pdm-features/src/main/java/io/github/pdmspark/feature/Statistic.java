package io.github.pdmspark.feature;

/** What is computed from the values of one sensor in one window; missing values do not count. */
public enum Statistic {
    /** Arithmetic mean; null without a value. */
    MEAN("mean"),
    /** Sample standard deviation, divisor n - 1; null below two values, exactly 0 when all values are equal. */
    STDDEV("stddev"),
    /** Smallest value; null without a value. */
    MIN("min"),
    /** Largest value; null without a value. */
    MAX("max"),
    /** Largest minus smallest value; null without a value. */
    RANGE("range"),
    /** Sum of the values; null without a value. */
    SUM("sum"),
    /** Number of values; 0 without a value. */
    COUNT("count"),
    /**
     * Number of values divided by {@link FeatureSpec#expectedReadings} of the time that was not suspended, at most 1; needs a
     * sampling period.
     */
    COVERAGE("coverage"),
    /** The value with the earliest event time, of several the smallest; null without a value. */
    FIRST("first"),
    /** The value with the latest event time, of several the largest; null without a value. */
    LAST("last"),
    /** Hours from the latest value of the window to the end of the window; null without a value. */
    AGE_OF_LAST("hours_since_last"),
    /** Least-squares slope per hour; null below two values or when all have one time, exactly 0 when all are equal. */
    SLOPE("slope_per_hour"),
    /** 1 when the window holds no value, else 0. */
    MISSING("missing");

    private final String columnPart;

    Statistic(String columnPart) {
        this.columnPart = columnPart;
    }

    /** The name inside a column name, such as {@code mean}. */
    String columnPart() {
        return columnPart;
    }
}
