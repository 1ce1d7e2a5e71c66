package io.github.pdmspark.imputation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;

/**
 * What is usual for one feature in the training rows.
 *
 * @param feature name of the feature
 * @param mean mean of the rows with a value, to 7 digits; 0 without any
 * @param deviation sample standard deviation of them, to 7 digits; 0 below two values
 */
public record UsualValue(
        @JsonProperty(required = true) String feature,
        @JsonProperty(required = true) double mean,
        @JsonProperty(required = true) double deviation)
        implements Serializable {

    public UsualValue {
        if (!Double.isFinite(mean) || !(deviation >= 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException("The usual value of '" + feature
                    + "' needs a finite mean and a deviation of 0 or more, not " + mean + " and " + deviation + ".");
        }
    }
}
