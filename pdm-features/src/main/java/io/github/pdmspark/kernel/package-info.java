/**
 * The definition of every feature in plain Java: readings become tiles, tiles and events become feature values.
 *
 * <p>Takes: a {@link io.github.pdmspark.feature.FeatureSpec} and the records of a machine. Gives: {@link
 * io.github.pdmspark.kernel.FeatureKernel}. Next: {@code pipeline}, which runs it on Spark.
 */
@NullMarked
package io.github.pdmspark.kernel;

import org.jspecify.annotations.NullMarked;
