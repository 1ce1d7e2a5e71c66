/**
 * The contracts of modelling: what a trainer takes, what a model gives, which columns a score has.
 *
 * <p>Takes: rows of features with a class. Gives: {@link io.github.pdmspark.model.Trainer}, {@link
 * io.github.pdmspark.model.Model}, {@link io.github.pdmspark.model.Scorer}. Next: {@code alarm}, {@code imputation},
 * {@code mllib}.
 */
@NullMarked
package io.github.pdmspark.model;

import org.jspecify.annotations.NullMarked;
