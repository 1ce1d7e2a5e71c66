package io.github.pdmspark.explanation;

import io.github.pdmspark.evaluation.AveragePrecision;
import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.portable.RowScorer;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;

/**
 * Mean average precision of a model on rows of which some columns hold the values of other rows. In plain Java; the rows travel
 * with it.
 */
final class PermutedScores implements MapFunction<Long, Double> {

    private static final long serialVersionUID = 1L;

    private final RowScorer scorer;
    private final double[][] rows;
    private final int[] classes;
    private final int[][] permuted;
    private final int repeats;
    private final long seed;

    /** {@code classes} has the class of each row, {@code permuted} the columns of each group. */
    PermutedScores(RowScorer scorer, double[][] rows, int[] classes, List<int[]> permuted, int repeats, long seed) {
        this.scorer = scorer;
        this.rows = rows;
        this.classes = classes;
        this.permuted = permuted.toArray(int[][]::new);
        this.repeats = repeats;
        this.seed = seed;
    }

    /** Job {@code group * repeats + repetition}; NaN if no component has positive rows. */
    @Override
    public Double call(Long job) {
        int group = (int) (job / repeats);
        return precision(permuted[group], donors(job % repeats));
    }

    /** Without any permutation. */
    Metric unpermuted() {
        double precision = precision(new int[0], new int[0]);
        return Double.isNaN(precision)
                ? Metric.undefined("no component has both rows before a failure and others")
                : Metric.of(precision);
    }

    /** The same for all groups: chance then treats them alike. */
    private int[] donors(long repetition) {
        Random random = new Random(seed + repetition);
        int[] donors = IntStream.range(0, rows.length).toArray();
        for (int i = donors.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = donors[i];
            donors[i] = donors[other];
            donors[other] = kept;
        }
        return donors;
    }

    private double precision(int[] columns, int[] donors) {
        RowScorer.Session session = scorer.session();
        double[][] scores = new double[session.classScores().length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i].clone();
            for (int column : columns) {
                row[column] = rows[donors[i]][column];
            }
            boolean found = session.score(row);
            for (int k = 0; k < scores.length; k++) {
                scores[k][i] = found ? session.classScores()[k] : 0;
            }
        }
        return IntStream.range(1, scores.length)
                .mapToObj(k -> AveragePrecision.of(scores[k], isOfClass(k)).value())
                .flatMapToDouble(OptionalDouble::stream)
                .average()
                .orElse(Double.NaN);
    }

    private boolean[] isOfClass(int number) {
        boolean[] is = new boolean[classes.length];
        for (int i = 0; i < is.length; i++) {
            is[i] = classes[i] == number;
        }
        return is;
    }
}
