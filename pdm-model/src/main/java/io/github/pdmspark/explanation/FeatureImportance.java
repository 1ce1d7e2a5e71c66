package io.github.pdmspark.explanation;

/**
 * How much worse a model ranks without what a feature, or a sensor, component or attribute, says.
 *
 * @param name the column, or the sensor, component, error code or attribute
 * @param drop mean of "average precision minus average precision with permuted values"; may be below 0 by chance
 * @param spread sample standard deviation over the repetitions
 */
public record FeatureImportance(String name, double drop, double spread) {}
