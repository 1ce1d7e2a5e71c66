package io.github.pdmspark.evaluation;

import java.util.Locale;
import java.util.Optional;

/**
 * So many out of so many, with its 95 % Wilson interval.
 *
 * @param hits how many
 * @param total out of how many
 */
public record Share(long hits, long total) {

    public Share {
        if (hits < 0 || hits > total) {
            throw new IllegalArgumentException(
                    "A share needs 0 <= hits <= total, but it is " + hits + " of " + total + ".");
        }
    }

    /** {@code hits / total}; undefined when the total is zero. */
    public Metric value() {
        return Metric.ratio((double) hits, (double) total, "nothing to count: 0 of 0");
    }

    /** The Wilson score interval; empty when the total is zero. */
    public Optional<Interval> interval() {
        if (total == 0) {
            return Optional.empty();
        }
        return Optional.of(Wilson.interval((double) hits / total, (double) total));
    }

    @Override
    public String toString() {
        return total == 0
                ? "0 of 0"
                : String.format(Locale.ROOT, "%d of %d (%.1f %%)", hits, total, 100.0 * hits / total);
    }
}
