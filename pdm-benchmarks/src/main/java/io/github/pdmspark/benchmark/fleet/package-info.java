/**
 * The data of the benchmarks: simulated fleets as Parquet.
 *
 * <p>Takes: machines and days. Gives: {@link io.github.pdmspark.benchmark.fleet.StoredFleet}. Next: {@code engine}.
 */
@NullMarked
package io.github.pdmspark.benchmark.fleet;

import org.jspecify.annotations.NullMarked;
