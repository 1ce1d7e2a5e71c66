package io.github.pdmspark.explanation;

import java.util.List;

/**
 * The output of a model for one component, split over its inputs: {@code base + sum of contributions = output}.
 *
 * @param base the mean output of the training rows
 * @param output what the model says: the share of trees for a forest, the margin for boosted trees and logistic models
 * @param contributions one per input of the model: the features, then the indicators of missing ones
 */
public record Explanation(double base, double output, List<Double> contributions) {

    public Explanation {
        contributions = List.copyOf(contributions);
    }
}
