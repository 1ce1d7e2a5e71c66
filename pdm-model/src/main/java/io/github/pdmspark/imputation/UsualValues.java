package io.github.pdmspark.imputation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * What is usual for each feature in the training rows: the yardstick for reasons such as "3.1 sd above". Comes from {@link
 * FittedFeatures}.
 *
 * @param features one entry per feature, in feature order
 */
public record UsualValues(@JsonProperty(required = true) List<UsualValue> features) {

    public UsualValues {
        features = List.copyOf(features);
    }

    /** The entry of one feature. */
    public Optional<UsualValue> of(String feature) {
        return features.stream()
                .filter(usual -> usual.feature().equals(feature))
                .findFirst();
    }
}
