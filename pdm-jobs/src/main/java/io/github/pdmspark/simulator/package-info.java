/**
 * A deterministic fleet of machines with drifts, errors, maintenance and failures, for demos and tests.
 *
 * <p>Takes: a seed and a size. Gives: {@link io.github.pdmspark.simulator.FleetSimulator} and its five tables as
 * CSV files, Parquet folders or datasets. Next: the example programs.
 */
@NullMarked
package io.github.pdmspark.simulator;

import org.jspecify.annotations.NullMarked;
