package io.github.pdmspark.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** Sums up the grouped counts of {@link RowEvaluation} into row metrics; a few numbers per class and bin. */
final class RowTally {

    private static final String ANY_FAILURE = "any failure";

    private final List<String> classes;
    private final long[][] confusion;
    private final double[] squaredErrors;
    private final List<TreeMap<Integer, ReliabilityBin>> bins;
    private long unlabelled;
    private long unscored;

    RowTally(List<String> classes) {
        this.classes = classes;
        this.confusion = new long[classes.size()][classes.size()];
        this.squaredErrors = new double[classes.size()];
        this.bins = IntStream.range(0, classes.size())
                .mapToObj(curve -> new TreeMap<Integer, ReliabilityBin>())
                .toList();
    }

    /**
     * One group: curve, first, second, rows, sum of scores, hits, sum of squared errors, and the sums over clusters of {@link
     * ClusteredRows}.
     */
    void add(Row group) {
        int curve = group.getInt(0);
        int first = group.getInt(1);
        long rows = group.getLong(3);
        if (curve == RowEvaluation.CONFUSION) {
            addPair(first, group.getInt(2), rows);
            return;
        }
        double width = 1.0 / RowEvaluation.BINS;
        Share observed = new Share(Math.round(group.getDouble(5)), rows);
        bins.get(curve)
                .put(
                        first,
                        new ReliabilityBin(
                                first * width,
                                (first + 1) * width,
                                rows,
                                group.getDouble(4) / rows,
                                observed,
                                clustered(group).interval()));
        squaredErrors[curve] += group.getDouble(6);
    }

    private static ClusteredRows clustered(Row group) {
        return new ClusteredRows(
                (double) group.getLong(3),
                group.getDouble(5),
                (double) group.getLong(7),
                group.getDouble(8),
                group.getDouble(9),
                group.getDouble(10));
    }

    private void addPair(int actual, int predicted, long rows) {
        if (actual == RowEvaluation.UNKNOWN) {
            throw new IllegalArgumentException(rows + " rows have a label that is none of the classes " + classes
                    + ". Filter them or name the class.");
        }
        if (actual == RowEvaluation.MISSING) {
            unlabelled += rows;
        } else if (predicted == RowEvaluation.MISSING) {
            unscored += rows;
        } else if (predicted == RowEvaluation.UNKNOWN) {
            throw new IllegalArgumentException(rows + " rows have scores that are not " + classes.size()
                    + " numbers, one for each of the classes " + classes + ".");
        } else {
            confusion[actual][predicted] += rows;
        }
    }

    long rows(int curve) {
        return bins.get(curve).values().stream().mapToLong(ReliabilityBin::rows).sum();
    }

    long positives(int curve) {
        return bins.get(curve).values().stream()
                .mapToLong(bin -> bin.observed().hits())
                .sum();
    }

    RowMetrics metrics(List<AveragePrecision> averagePrecisions) {
        List<ScoreQuality> qualities = IntStream.range(0, classes.size())
                .mapToObj(curve -> ScoreQuality.of(
                        curve == 0 ? ANY_FAILURE : classes.get(curve),
                        new ArrayList<>(bins.get(curve).values()),
                        squaredErrors[curve],
                        averagePrecisions.get(curve).value()))
                .toList();
        return new RowMetrics(
                ConfusionMatrix.of(classes, confusion),
                qualities.get(0),
                qualities.subList(1, qualities.size()),
                unlabelled,
                unscored);
    }
}
