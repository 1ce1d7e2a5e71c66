/**
 * Features of a whole fleet on Spark; every row holds only what was known before its prediction time.
 *
 * <p>Takes: a {@link io.github.pdmspark.fleet.FleetHistory} and a {@link io.github.pdmspark.pipeline.FeaturePipeline}.
 * Gives: a {@link io.github.pdmspark.pipeline.FeatureTable}. Next: {@code dataset}, where features meet labels.
 */
@NullMarked
package io.github.pdmspark.pipeline;

import org.jspecify.annotations.NullMarked;
