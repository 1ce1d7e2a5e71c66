/**
 * What the feature engine costs beside other ways to the same values.
 *
 * <p>Takes: settings. Gives: a table, {@code results.json} and a page. Run it with {@code ./mvnw -q -Pbenchmark verify},
 * the scenarios with {@code -Dpdm.run=all}, the microbenchmarks of the kernel with {@code -Dpdm.run=kernel}; see
 * CONTRIBUTING.md for the settings.
 */
@NullMarked
package io.github.pdmspark.benchmark;

import org.jspecify.annotations.NullMarked;
