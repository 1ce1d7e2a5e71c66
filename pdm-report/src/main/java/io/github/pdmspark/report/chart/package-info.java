/**
 * Charts as SVG text: bars, histograms, lines with bands, timelines and heat maps.
 *
 * <p>Takes: small, already aggregated results (at most 5,000 points). Gives: {@link io.github.pdmspark.report.chart.Chart}.
 * Next: {@code report}, which puts charts into a notebook.
 */
@NullMarked
package io.github.pdmspark.report.chart;

import org.jspecify.annotations.NullMarked;
