package io.github.pdmspark.imputation;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What fitting found out about one feature.
 *
 * @param feature name of the feature
 * @param value what stands in for a missing value, finite
 * @param present training rows with a value
 * @param missing training rows without
 */
public record Fill(
        @JsonProperty(required = true) String feature,
        @JsonProperty(required = true) double value,
        @JsonProperty(required = true) long present,
        @JsonProperty(required = true) long missing) {

    static final String INDICATOR_SUFFIX = "_was_missing";

    public Fill {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "The fill value of '" + feature + "' must be finite, not " + value + ".");
        }
    }

    /** Whether the feature had no value at all in training: it is then the constant {@code value}, also in scoring. */
    boolean neverSeen() {
        return present == 0;
    }

    /** Whether missing tells the rows apart, so that the model gets it as a feature of its own. */
    boolean hasIndicator() {
        return missing > 0 && present > 0;
    }

    String indicator() {
        return feature + INDICATOR_SUFFIX;
    }
}
