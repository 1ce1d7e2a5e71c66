package io.github.pdmspark.feature;

import io.github.pdmspark.time.UtcText;
import java.time.Duration;

/** An interval before a prediction time {@code asOf}, half-open like every interval here. */
public sealed interface Window {

    /** Distance of its two ends. */
    Duration length();

    /** The longest distance from its beginning to a prediction time. */
    Duration lookBack();

    /** The interval {@code [asOf - length, asOf)}. */
    static Sliding of(Duration length) {
        return new Sliding(length, Duration.ZERO);
    }

    /**
     * The interval {@code [asOf - lag - length, asOf - lag)}.
     *
     * @param length longer than zero
     * @param lag zero or longer
     */
    record Sliding(Duration length, Duration lag) implements Window {

        public Sliding {
            Checked.positive("A window has a length", length);
            if (lag.isNegative()) {
                throw new IllegalArgumentException(
                        "A window has a lag of " + lag + ", which lies in the future; it must be zero or longer.");
            }
        }

        /** The same length, ending {@code lag} before the prediction time. */
        public Sliding before(Duration newLag) {
            return new Sliding(length, newLag);
        }

        @Override
        public Duration lookBack() {
            return length.plus(lag);
        }

        /** The name inside a column name, such as {@code 24h} or {@code 24h_lag_7d}. */
        String columnPart() {
            String name = UtcText.duration(length);
            return lag.isZero() ? name : name + "_lag_" + UtcText.duration(lag);
        }
    }

    /**
     * The latest interval {@code [offset + i * length, offset + (i + 1) * length)} that ended at or before {@code asOf};
     * {@code offset} is that of the prediction times.
     *
     * @param length longer than zero
     */
    record Tumbling(Duration length) implements Window {

        public Tumbling {
            Checked.positive("A window has a length", length);
        }

        @Override
        public Duration lookBack() {
            return length.multipliedBy(2);
        }
    }
}
