/**
 * Why a score is what it is.
 *
 * <p>Takes: a {@link io.github.pdmspark.bundle.ModelBundle} with a flat form, features and alarms. Gives: contributions that add
 * up to the model's output, and reasons in an engineer's words. Next: reports, or your own tables.
 */
@NullMarked
package io.github.pdmspark.explanation;

import org.jspecify.annotations.NullMarked;
