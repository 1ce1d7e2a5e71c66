/**
 * HTML and SVG elements whose text and attributes are always escaped.
 *
 * <p>Takes: any text. Gives: {@link io.github.pdmspark.report.markup.Element}. Next: {@code table}, {@code chart}.
 */
@NullMarked
package io.github.pdmspark.report.markup;

import org.jspecify.annotations.NullMarked;
