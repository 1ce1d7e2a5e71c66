/**
 * Tables of a few hundred rows as a person reads them.
 *
 * <p>Takes: headers and rows of plain objects. Gives: {@link io.github.pdmspark.report.table.TableView}, aligned text and
 * HTML. Next: {@code chart}, which has a table behind every picture.
 */
@NullMarked
package io.github.pdmspark.report.table;

import org.jspecify.annotations.NullMarked;
