/**
 * From labelled rows to a model bundle.
 *
 * <p>Takes: the training slice of a {@link io.github.pdmspark.dataset.LabelledDataset} and a {@link
 * io.github.pdmspark.model.Trainer}. Gives: a {@link io.github.pdmspark.bundle.ModelBundle} that knows what made it. Next:
 * {@code evaluation}, {@code scoring}.
 */
@NullMarked
package io.github.pdmspark.training;

import org.jspecify.annotations.NullMarked;
