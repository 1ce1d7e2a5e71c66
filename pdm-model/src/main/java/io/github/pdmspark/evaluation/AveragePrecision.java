package io.github.pdmspark.evaluation;

/**
 * Average precision {@code sum (R_k - R_{k-1}) P_k} over distinct scores from the highest down, rows of equal score
 * together. Holds a few numbers however many rows there are.
 */
final class AveragePrecision {

    private final long positives;
    private final long rows;
    private double last = Double.POSITIVE_INFINITY;
    private long seenPositives;
    private long seenRows;
    private double weighted;

    AveragePrecision(long positives, long rows) {
        this.positives = positives;
        this.rows = rows;
    }

    /** All rows of one score, lower than the score before. */
    void add(double score, long groupPositives, long groupRows) {
        if (!(score < last)) {
            throw new IllegalStateException("Score " + score + " follows " + last + ": scores must fall.");
        }
        last = score;
        seenPositives += groupPositives;
        seenRows += groupRows;
        weighted += groupPositives * ((double) seenPositives / seenRows);
    }

    /** Undefined when all rows are of one kind, since any order of them is then equally good. */
    Metric value() {
        if (rows == 0) {
            return Metric.undefined("there are no rows");
        }
        if (positives == 0) {
            return Metric.undefined("none of the " + rows + " rows is positive");
        }
        if (positives == rows) {
            return Metric.undefined("all " + rows + " rows are positive");
        }
        return Metric.of(weighted / positives);
    }
}
