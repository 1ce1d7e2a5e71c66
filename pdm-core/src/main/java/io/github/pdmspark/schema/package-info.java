/**
 * Names of columns: the library's own, and how a table's own names map to them.
 *
 * <p>Takes: the user's column names. Gives: {@link io.github.pdmspark.schema.Columns}, safe references to columns of any
 * name. Next: {@code table}.
 */
@NullMarked
package io.github.pdmspark.schema;

import org.jspecify.annotations.NullMarked;
