package io.github.pdmspark.evaluation;

/**
 * Rows whose score lies in {@code [from, to)} (the last bin includes 1): what was promised and what came.
 *
 * @param from lower end
 * @param to upper end
 * @param rows number of rows, at least one
 * @param meanScore mean of their scores
 * @param observed share of them that were positive
 * @param interval of the observed share at 95 %: Wilson, with as many cases as the rows are worth, since those of one machine
 *     are alike; see {@link ClusteredRows}
 */
public record ReliabilityBin(double from, double to, long rows, double meanScore, Share observed, Interval interval) {

    /** Whether what was promised is compatible with what came. */
    public boolean isKept() {
        return meanScore >= interval.low() && meanScore <= interval.high();
    }

    double gap() {
        return Math.abs(meanScore - (double) observed.hits() / observed.total());
    }
}
