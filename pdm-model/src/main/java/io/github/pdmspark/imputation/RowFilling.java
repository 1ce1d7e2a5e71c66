package io.github.pdmspark.imputation;

import java.io.Serializable;
import java.util.List;

/** An {@link Imputation} for one row at a time, without Spark; the same numbers. Thread-safe. */
public final class RowFilling implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double[] values;
    private final boolean[] constant;
    private final int[] indicators;
    private final int outputs;

    private RowFilling(double[] values, boolean[] constant, int[] indicators, int outputs) {
        this.values = values;
        this.constant = constant;
        this.indicators = indicators;
        this.outputs = outputs;
    }

    /** The filling of these fills, in feature order. */
    public static RowFilling of(List<Fill> fills) {
        int size = fills.size();
        double[] values = new double[size];
        boolean[] constant = new boolean[size];
        int[] indicators = new int[size];
        int outputs = size;
        for (int i = 0; i < size; i++) {
            Fill fill = fills.get(i);
            values[i] = fill.value();
            constant[i] = fill.neverSeen();
            indicators[i] = fill.hasIndicator() ? outputs++ : -1;
        }
        return new RowFilling(values, constant, indicators, outputs);
    }

    /** Features that go in. */
    public int inputs() {
        return values.length;
    }

    /** Columns that come out: the features, then the indicators. */
    public int outputs() {
        return outputs;
    }

    /** The feature that an output is about: itself, or the one whose absence it tells. */
    public int feature(int output) {
        if (output < values.length) {
            return output;
        }
        int feature = 0;
        while (indicators[feature] != output) {
            feature++;
        }
        return feature;
    }

    /** Writes the null-free features and the indicators; NaN and infinities are missing. Gives how many were missing. */
    public int fill(double[] features, double[] filled) {
        int missing = 0;
        for (int i = 0; i < values.length; i++) {
            boolean present = Double.isFinite(features[i]);
            missing += present ? 0 : 1;
            filled[i] = present && !constant[i] ? features[i] : values[i];
            if (indicators[i] >= 0) {
                filled[indicators[i]] = present ? 0 : 1;
            }
        }
        return missing;
    }
}
