/**
 * What the library found, in cells that each answer a question.
 *
 * <p>Takes: reports and tables of the library. Gives: {@link io.github.pdmspark.report.result.Results}, which adds them to a notebook.
 * Next: the page.
 */
@NullMarked
package io.github.pdmspark.report.result;

import org.jspecify.annotations.NullMarked;
