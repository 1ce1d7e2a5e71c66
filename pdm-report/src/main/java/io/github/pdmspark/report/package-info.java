/**
 * Notebooks of numbered cells, printed as a program runs and written as one HTML file that needs nothing else.
 *
 * <p>Takes: text, {@link io.github.pdmspark.report.table.TableView}, {@link io.github.pdmspark.report.chart.Chart} and small
 * datasets. Gives: {@link io.github.pdmspark.report.Notebook}. Next: a person.
 */
@NullMarked
package io.github.pdmspark.report;

import org.jspecify.annotations.NullMarked;
