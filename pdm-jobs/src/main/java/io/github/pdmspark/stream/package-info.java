/**
 * Scores that follow records as they arrive.
 *
 * <p>Takes: landed tables that grow, a model and a published table. Gives: {@link io.github.pdmspark.stream.TouchedScoring}.
 * Next: {@code job}.
 */
@NullMarked
package io.github.pdmspark.stream;

import org.jspecify.annotations.NullMarked;
