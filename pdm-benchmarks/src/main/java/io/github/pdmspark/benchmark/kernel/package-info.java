/**
 * Microbenchmarks of the kernel, without Spark.
 *
 * <p>Takes: readings in memory. Gives: {@link io.github.pdmspark.benchmark.kernel.KernelBenchmarks}. Next: a reader.
 */
@NullMarked
package io.github.pdmspark.benchmark.kernel;

import org.jspecify.annotations.NullMarked;
