package io.github.pdmspark.distribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How often the values of one column fall into its bins.
 *
 * @param column name of the column
 * @param bins the bins
 * @param counts rows per bin: the inner ones, then out of range, then missing
 * @param dispersion how many times more the counts vary between groups of machines than they would if rows were independent;
 *     1 or more, see {@link Dispersion}
 */
public record Distribution(
        @JsonProperty(required = true) String column,
        @JsonProperty(required = true) Bins bins,
        @JsonProperty(required = true) List<Long> counts,
        @JsonProperty(required = true) double dispersion) {

    public Distribution {
        counts = List.copyOf(counts);
        if (counts.size() != bins.count()) {
            throw new IllegalArgumentException(
                    "Column '" + column + "' has " + bins.count() + " bins, but " + counts.size() + " counts.");
        }
        if (!(dispersion >= 1) || Double.isInfinite(dispersion)) {
            throw new IllegalArgumentException(
                    "The dispersion of '" + column + "' is 1 or more, not " + dispersion + ".");
        }
    }

    /** All rows, those without a value too. */
    public long rows() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** Share of the rows in a bin; 0 without rows. */
    public double share(int bin) {
        long rows = rows();
        return rows == 0 ? 0 : (double) counts.get(bin) / rows;
    }

    /** Share of the rows without a value. */
    public double missingShare() {
        return share(bins.missing());
    }

    /** Share of the rows with a value out of range. */
    public double outsideShare() {
        return share(bins.outside());
    }

    /** One over the number of independent rows that these rows are worth; infinite without rows. */
    public double variance() {
        return dispersion / rows();
    }
}
