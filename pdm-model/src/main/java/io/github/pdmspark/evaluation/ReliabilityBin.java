package io.github.pdmspark.evaluation;

/**
 * Rows whose score lies in {@code [from, to)} (the last bin includes 1): what was promised and what came.
 *
 * @param from lower end
 * @param to upper end
 * @param rows number of rows, at least one
 * @param meanScore mean of their scores
 * @param observed share of them that were positive
 */
public record ReliabilityBin(double from, double to, long rows, double meanScore, Share observed) {

    double gap() {
        return Math.abs(meanScore - (double) observed.hits() / observed.total());
    }
}
