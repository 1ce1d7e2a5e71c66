package io.github.pdmspark.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Average precision {@code sum (R_k - R_{k-1}) P_k} over distinct scores from the highest down, rows of equal score
 * together. Holds a few numbers however many rows there are.
 */
public final class AveragePrecision {

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

    /** Of a few rows in memory; {@code scores} are no NaN. */
    public static Metric of(double[] scores, boolean[] hits) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(row -> -scores[row]));
        long positives = IntStream.range(0, hits.length).filter(i -> hits[i]).count();
        AveragePrecision curve = new AveragePrecision(positives, scores.length);
        int from = 0;
        while (from < order.length) {
            int until = from;
            long found = 0;
            while (until < order.length && scores[order[until]] == scores[order[from]]) {
                found += hits[order[until]] ? 1 : 0;
                until++;
            }
            curve.add(scores[order[from]], found, (long) until - from);
            from = until;
        }
        return curve.value();
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
