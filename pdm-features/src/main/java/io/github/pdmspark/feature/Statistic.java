package io.github.pdmspark.feature;

import java.util.Locale;

/** What a {@link RollingStatistic} computes from the values of one sensor in one window; missing values do not count. */
public enum Statistic {
    /** Arithmetic mean; null without a value. */
    MEAN,
    /** Sample standard deviation, divisor n - 1; null below two values, exactly 0 when all values are equal. */
    STDDEV,
    /** Smallest value; null without a value. */
    MIN,
    /** Largest value; null without a value. */
    MAX,
    /** Largest minus smallest value; null without a value. */
    RANGE,
    /** Sum of the values; null without a value. */
    SUM,
    /** Number of values; 0 without a value. */
    COUNT,
    /** Number of values divided by {@link FeatureSpec#expectedReadings}, at most 1; needs a sampling period. */
    COVERAGE,
    /** The value with the latest event time; null without a value. */
    LAST,
    /** 1 when the window holds no value, else 0. */
    MISSING;

    /** The name inside a column name, such as {@code mean}. */
    String columnPart() {
        return name().toLowerCase(Locale.ROOT);
    }
}
