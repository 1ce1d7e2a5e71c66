/**
 * Scoring with MLlib beside scoring with flat arrays: CPU, bits, and the latency of one score.
 *
 * <p>Takes: a simulated fleet. Gives: {@link io.github.pdmspark.benchmark.scoring.ScoringBenchmark}. Next: {@code page}.
 */
@NullMarked
package io.github.pdmspark.benchmark.scoring;

import org.jspecify.annotations.NullMarked;
