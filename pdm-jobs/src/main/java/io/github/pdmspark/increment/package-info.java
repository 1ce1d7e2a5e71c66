/**
 * Scores of one more range of time, from the telemetry that it needs and no more.
 *
 * <p>Takes: a way to read history, a model and a published table. Gives: {@link
 * io.github.pdmspark.increment.IncrementalScoring}. Next: {@code job}.
 */
@NullMarked
package io.github.pdmspark.increment;

import org.jspecify.annotations.NullMarked;
