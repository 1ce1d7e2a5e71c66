/**
 * Models of Spark MLlib; the only package that imports {@code org.apache.spark.ml}.
 *
 * <p>Takes: a {@link io.github.pdmspark.model.TrainingSet} and any MLlib classifier with probabilities. Gives: a {@link
 * io.github.pdmspark.model.Model} whose features and classes keep their names. Next: {@code bundle}, {@code training}.
 */
@NullMarked
package io.github.pdmspark.mllib;

import org.jspecify.annotations.NullMarked;
