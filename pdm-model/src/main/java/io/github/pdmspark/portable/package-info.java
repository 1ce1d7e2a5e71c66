/**
 * Models as flat arrays and as one plain file, scored without MLlib and without Spark.
 *
 * <p>Takes: trees, forests, boosted trees and logistic models that were trained elsewhere. Gives: {@link
 * io.github.pdmspark.portable.FlatModel} with the probabilities of the original, bit for bit, and {@link
 * io.github.pdmspark.portable.PortableScorer}, which is all of scoring in one file. Next: {@code mllib}, {@code scoring},
 * {@code local}.
 */
@NullMarked
package io.github.pdmspark.portable;

import org.jspecify.annotations.NullMarked;
