/**
 * Past and future meet here, and only here: features and labels of the same machine and time side by side, with a count of
 * every row that cannot train.
 *
 * <p>Takes: {@link io.github.pdmspark.pipeline.FeatureTable}, {@link io.github.pdmspark.label.LabelTable}. Gives: {@link
 * io.github.pdmspark.dataset.LabelledDataset}. Next: {@code split}.
 */
@NullMarked
package io.github.pdmspark.dataset;

import org.jspecify.annotations.NullMarked;
