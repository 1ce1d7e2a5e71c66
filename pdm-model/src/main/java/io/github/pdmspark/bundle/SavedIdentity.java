package io.github.pdmspark.bundle;

import java.util.List;

/**
 * What the manifest of a saved model says of it.
 *
 * @param format what kind of model lies in the folder
 * @param modelId identity of the model
 * @param modelFormat name of the format of the fitted models
 * @param algorithm short name of the algorithm
 * @param classes names of the classes or components
 * @param features names of the features that the model reads
 * @param featureFingerprint SHA-256 of the feature specification
 */
public record SavedIdentity(
        String format,
        String modelId,
        String modelFormat,
        String algorithm,
        List<String> classes,
        List<String> features,
        String featureFingerprint) {

    public SavedIdentity {
        classes = List.copyOf(classes);
        features = List.copyOf(features);
    }
}
