package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.markup.Element;
import io.github.pdmspark.report.table.TableView;

/**
 * A picture that answers one question, and the numbers behind it. Immutable; the same chart always gives the same SVG.
 *
 * <p>Colours are CSS variables ({@code --pdm-1} .. {@code --pdm-8}) with fallbacks for a light page; text has the colour of
 * the page around it.
 */
public sealed interface Chart permits BarChart, Histogram, LineChart, Timeline, HeatMap {

    /** The most points that one chart may hold. */
    int MOST_POINTS = 5_000;

    /** The question that the chart answers; it is the title. */
    String question();

    /** One line for people who do not see the picture, also printed on the console. */
    String summary();

    /** The numbers behind the picture. */
    TableView table();

    /** An inline {@code <svg>} without the question, which the page around it shows. */
    Element svg();

    /** A complete SVG file with the question above, for a README or a slide; follows the reader's light or dark setting. */
    default String svgFile() {
        return SvgFile.of(this);
    }
}
