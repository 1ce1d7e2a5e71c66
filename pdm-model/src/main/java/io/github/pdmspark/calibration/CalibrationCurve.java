package io.github.pdmspark.calibration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serializable;

/** A fitted map from one component's score to a probability; never falls as the score grows, unless Platt found it so. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlattCurve.class, name = "platt"),
    @JsonSubTypes.Type(value = IsotonicCurve.class, name = "isotonic"),
})
public sealed interface CalibrationCurve extends Serializable permits PlattCurve, IsotonicCurve {

    /** The probability for a score; both lie in [0, 1]. */
    double probability(double score);
}
