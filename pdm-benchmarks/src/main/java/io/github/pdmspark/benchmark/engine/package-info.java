/**
 * Different ways to the same table of features; a test compares their values.
 *
 * <p>Takes: {@link io.github.pdmspark.benchmark.fleet.StoredFleet}. Gives: {@link
 * io.github.pdmspark.benchmark.engine.Engine}. Next: {@code cost}.
 */
@NullMarked
package io.github.pdmspark.benchmark.engine;

import org.jspecify.annotations.NullMarked;
