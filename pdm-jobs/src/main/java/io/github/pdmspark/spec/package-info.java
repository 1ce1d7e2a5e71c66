/**
 * What a job shall do, as it stands in a file: sources, columns, features, label, split, trainer, policy and sinks.
 *
 * <p>Takes: YAML or JSON. Gives: typed records, or every problem with its place in the file. Next: {@code storage}.
 */
@NullMarked
package io.github.pdmspark.spec;

import org.jspecify.annotations.NullMarked;
