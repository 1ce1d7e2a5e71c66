/**
 * A trained model with everything that scoring needs, saved as one folder that is checked before anything of it is loaded.
 *
 * <p>Takes: feature specification, target, imputation, model, calibration, alarm policy, provenance. Gives: {@link
 * io.github.pdmspark.bundle.ModelBundle}. Next: {@code scoring}, {@code training}.
 */
@NullMarked
package io.github.pdmspark.bundle;

import org.jspecify.annotations.NullMarked;
