/**
 * Missing feature values, filled in the same way in training and scoring.
 *
 * <p>Takes: rows of features with nulls. Gives: {@link io.github.pdmspark.imputation.Imputation}, which makes them null-free
 * and says what it filled. Next: {@code mllib}, {@code bundle}.
 */
@NullMarked
package io.github.pdmspark.imputation;

import org.jspecify.annotations.NullMarked;
