/**
 * What may train, what may choose the threshold and what judges: slices of a dataset in time order, with a gap as long as
 * a label looks ahead.
 *
 * <p>Takes: {@link io.github.pdmspark.dataset.LabelledDataset}. Gives: {@link io.github.pdmspark.split.TemporalSplit},
 * {@link io.github.pdmspark.split.RollingOrigin}. Next: training and evaluation.
 */
@NullMarked
package io.github.pdmspark.split;

import org.jspecify.annotations.NullMarked;
