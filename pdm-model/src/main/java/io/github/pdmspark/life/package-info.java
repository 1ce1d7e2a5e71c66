/**
 * Remaining lives: what was seen of them beside the features, and models that predict them.
 *
 * <p>Takes: {@link io.github.pdmspark.pipeline.FeatureTable}, {@link io.github.pdmspark.fleet.FleetHistory}, a {@link
 * io.github.pdmspark.model.LifeTrainer}. Gives: {@link io.github.pdmspark.life.LifeDataset}, {@link
 * io.github.pdmspark.life.LifeRegression}. Next: {@code hazard}.
 */
@NullMarked
package io.github.pdmspark.life;

import org.jspecify.annotations.NullMarked;
