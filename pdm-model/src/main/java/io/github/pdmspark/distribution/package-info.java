/**
 * How columns were distributed when a model was trained: the yardstick of drift.
 *
 * <p>Takes: rows and the names of number columns. Gives: {@link io.github.pdmspark.distribution.Distributions}, counts in bins
 * that later rows are counted in as well. Next: {@code bundle} keeps them, {@code monitoring} compares.
 */
@NullMarked
package io.github.pdmspark.distribution;

import org.jspecify.annotations.NullMarked;
