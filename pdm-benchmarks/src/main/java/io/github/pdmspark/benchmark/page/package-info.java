/**
 * Results as JSON, as a text table and as a page of the documentation.
 *
 * <p>Takes: {@link io.github.pdmspark.benchmark.cost.Comparison}s. Gives: {@link
 * io.github.pdmspark.benchmark.page.Results}. Next: a reader.
 */
@NullMarked
package io.github.pdmspark.benchmark.page;

import org.jspecify.annotations.NullMarked;
