package io.github.pdmspark.report.chart;

/**
 * A straight line from data to pixels.
 *
 * @param low data value at {@code from}
 * @param high data value at {@code to}
 * @param from pixel of the low end
 * @param to pixel of the high end
 */
record Scale(double low, double high, double from, double to) {

    double at(double value) {
        return high > low ? from + (value - low) / (high - low) * (to - from) : (from + to) / 2;
    }
}
