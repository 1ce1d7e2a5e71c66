package io.github.pdmspark.distribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bins of about equal count: {@code [lowest, edge 1], (edge 1, edge 2] .. (last edge, highest]}, one for what lies outside, and
 * one for missing values.
 *
 * @param lowest smallest value; above {@code highest} when there was none, so that every value lies outside
 * @param highest largest value
 * @param edges the inner edges, rising, below {@code highest}; fewer than nine where many values are equal
 */
public record Bins(
        @JsonProperty(required = true) double lowest,
        @JsonProperty(required = true) double highest,
        @JsonProperty(required = true) List<Double> edges) {

    private static final double NO_VALUE = Double.MAX_VALUE;

    public Bins {
        edges = List.copyOf(edges);
        if (!Double.isFinite(lowest) || !Double.isFinite(highest)) {
            throw new IllegalArgumentException("The ends of bins are finite, not " + lowest + " and " + highest + ".");
        }
        double before = Double.NEGATIVE_INFINITY;
        for (double edge : edges) {
            if (!(edge > before) || !(edge < highest)) {
                throw new IllegalArgumentException(
                        "The edges of bins rise and lie below " + highest + ", but they are " + edges + ".");
            }
            before = edge;
        }
    }

    /** The bins of a column that has no value. */
    static Bins ofNothing() {
        return new Bins(NO_VALUE, -NO_VALUE, List.of());
    }

    /** The bins between the distinct cuts that lie below {@code highest}. */
    static Bins between(double lowest, double highest, List<Double> cuts) {
        List<Double> edges = new ArrayList<>(
                cuts.stream().filter(cut -> cut < highest).distinct().sorted().toList());
        return new Bins(lowest, highest, edges);
    }

    /** Bins of values in the range. */
    int inner() {
        return edges.size() + 1;
    }

    /** All bins: the inner ones, then {@link #outside}, then {@link #missing}. */
    int count() {
        return inner() + 2;
    }

    /** Place of the bin for values out of range. */
    int outside() {
        return inner();
    }

    /** Place of the bin for missing values. */
    int missing() {
        return inner() + 1;
    }

    /** Plain numbers for {@link #place}. */
    double[] edgeArray() {
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Where a value belongs; NaN is missing. */
    static int place(double value, double lowest, double highest, double[] edges) {
        if (Double.isNaN(value)) {
            return edges.length + 2;
        }
        if (value < lowest || value > highest) {
            return edges.length + 1;
        }
        int found = Arrays.binarySearch(edges, value);
        return found >= 0 ? found : -found - 1;
    }
}
