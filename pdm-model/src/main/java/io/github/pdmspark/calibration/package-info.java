/**
 * From the raw scores of a model to probabilities. Plain Java, no Spark.
 *
 * <p>Takes: scores of rows with known outcome. Gives: {@link io.github.pdmspark.calibration.Calibration}, and {@link
 * io.github.pdmspark.calibration.ScoreCorrection}, which every score passes through. Next: {@code portable}, {@code bundle}.
 */
@NullMarked
package io.github.pdmspark.calibration;

import org.jspecify.annotations.NullMarked;
