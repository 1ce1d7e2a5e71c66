/**
 * What came next: for every machine and grid time, whether and when the machine fails, or why nobody can know.
 *
 * <p>Takes: {@link io.github.pdmspark.fleet.FleetHistory}, {@link io.github.pdmspark.grid.ObservationGrid}. Gives: {@link
 * io.github.pdmspark.label.LabelTable}. Next: {@code dataset}.
 */
@NullMarked
package io.github.pdmspark.label;

import org.jspecify.annotations.NullMarked;
