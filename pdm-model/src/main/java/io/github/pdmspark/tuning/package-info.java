/**
 * Which settings learn best, found without a look at the test: rolling-origin cross-validation over any trainer.
 *
 * <p>Takes: {@link io.github.pdmspark.split.RollingOrigin} over training rows, candidates, an {@link
 * io.github.pdmspark.tuning.Objective}. Gives: {@link io.github.pdmspark.tuning.TuningReport} and the best candidate trained on
 * all rows. Next: a calibration slice, then the test.
 */
@NullMarked
package io.github.pdmspark.tuning;

import org.jspecify.annotations.NullMarked;
