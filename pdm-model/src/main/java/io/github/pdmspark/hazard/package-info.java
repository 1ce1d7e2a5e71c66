/**
 * When will it fail: hazards in discrete time, one model per component, and the curves that follow from them.
 *
 * <p>Takes: {@link io.github.pdmspark.life.LifeDataset}, any {@link io.github.pdmspark.model.Trainer} of classifiers. Gives:
 * {@link io.github.pdmspark.hazard.HazardModel}. Next: reports.
 */
@NullMarked
package io.github.pdmspark.hazard;

import org.jspecify.annotations.NullMarked;
