/**
 * How the cost of the feature engine grows.
 *
 * <p>Takes: {@link io.github.pdmspark.benchmark.fleet.StoredFleet}. Gives: {@link
 * io.github.pdmspark.benchmark.scenario.Scenario}s. Next: {@code page}.
 */
@NullMarked
package io.github.pdmspark.benchmark.scenario;

import org.jspecify.annotations.NullMarked;
