/**
 * What a computation costs: CPU time of the process and wall time, engines in turns.
 *
 * <p>Takes: {@link io.github.pdmspark.benchmark.engine.Engine}s. Gives: {@link
 * io.github.pdmspark.benchmark.cost.Comparison}. Next: {@code page}.
 */
@NullMarked
package io.github.pdmspark.benchmark.cost;

import org.jspecify.annotations.NullMarked;
