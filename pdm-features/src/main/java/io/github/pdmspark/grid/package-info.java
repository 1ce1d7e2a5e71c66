/**
 * The questions: at which times each machine is asked for features and labels, and how long it was observed.
 *
 * <p>Takes: {@link io.github.pdmspark.fleet.FleetHistory}, {@link io.github.pdmspark.time.Cadence}. Gives: {@link
 * io.github.pdmspark.grid.ObservationGrid}. Next: {@code feature}, {@code pipeline}, {@code label}.
 */
@NullMarked
package io.github.pdmspark.grid;

import org.jspecify.annotations.NullMarked;
