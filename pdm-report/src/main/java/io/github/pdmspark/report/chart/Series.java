package io.github.pdmspark.report.chart;

import java.util.List;

/**
 * One colour of a bar chart or histogram.
 *
 * @param name its text in the legend
 * @param values one per category or bin; NaN where there is none
 */
public record Series(String name, List<Double> values) {

    public Series {
        values = List.copyOf(values);
    }

    /** A series from plain numbers. */
    public static Series of(String name, double... values) {
        return new Series(name, java.util.Arrays.stream(values).boxed().toList());
    }

    /** The value, 0 where there is none. */
    double length(int index) {
        double value = values.get(index);
        return Double.isNaN(value) ? 0 : value;
    }
}
