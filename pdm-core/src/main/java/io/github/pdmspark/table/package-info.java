/**
 * The six tables of a fleet, each a dataset with a mapping of its columns; everything is lazy.
 *
 * <p>Takes: a {@code Dataset<Row>} from any source and the user's column names. Gives: {@link
 * io.github.pdmspark.table.Telemetry}, {@link io.github.pdmspark.table.ErrorLog}, {@link
 * io.github.pdmspark.table.MaintenanceLog}, {@link io.github.pdmspark.table.FailureLog}, {@link
 * io.github.pdmspark.table.Machines}, typed and with the checks that each row must pass. Next: {@code quality}.
 */
@NullMarked
package io.github.pdmspark.table;

import org.jspecify.annotations.NullMarked;
