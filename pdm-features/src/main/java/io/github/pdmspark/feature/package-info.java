/**
 * Declarations of features: what a row of the feature table holds, as records that round-trip through JSON.
 *
 * <p>Takes: nothing, and imports no Spark. Gives: {@link io.github.pdmspark.feature.FeatureSpec}. Next: {@code kernel},
 * which gives every declaration its meaning.
 */
@NullMarked
package io.github.pdmspark.feature;

import org.jspecify.annotations.NullMarked;
