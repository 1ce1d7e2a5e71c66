/**
 * Typed time: UTC instants, half-open ranges and regular grids, exact to the microsecond.
 *
 * <p>Takes: nothing, and imports no Spark. Gives: {@link io.github.pdmspark.time.TimeRange}, {@link
 * io.github.pdmspark.time.Cadence}. Next: every other package.
 */
@NullMarked
package io.github.pdmspark.time;

import org.jspecify.annotations.NullMarked;
