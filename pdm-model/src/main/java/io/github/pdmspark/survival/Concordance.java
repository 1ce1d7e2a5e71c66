package io.github.pdmspark.survival;

import io.github.pdmspark.evaluation.Metric;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Harrell's index of concordance (Harrell, Lee and Mark 1996): of the pairs whose order is known, the share whose predicted
 * lives have that order; pairs with equal predictions count half. The order of i and j is known if i failed and j lived
 * longer, or was still alive when i failed at the same length; two failures of equal length have no order.
 *
 * @param concordant pairs in the right order
 * @param discordant pairs in the wrong order
 * @param tied pairs with equal predictions
 */
public record Concordance(long concordant, long discordant, long tied) {

    /**
     * Compares predicted lives with those that were seen, row by row, in {@code n log n}.
     *
     * @throws IllegalArgumentException if there is not one prediction per life, or a prediction is NaN
     */
    public static Concordance of(double[] predicted, List<SeenLife> lives) {
        Pairs.requireSameLength(predicted, lives);
        int[] ranks = ranks(predicted);
        List<Integer> order = IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> lives.get(i).length())
                        .thenComparing(i -> lives.get(i).ending())
                        .reversed())
                .toList();
        return new Sweep(ranks, lives).over(order);
    }

    /** {@code (concordant + tied / 2) / pairs}; undefined without a pair whose order is known. */
    public Metric index() {
        return Metric.ratio(
                concordant + tied / 2.0,
                (double) concordant + discordant + tied,
                "no two lives have a known order: nothing failed while another was seen to live longer");
    }

    private static int[] ranks(double[] predicted) {
        double[] distinct = Arrays.stream(predicted).sorted().distinct().toArray();
        return Arrays.stream(predicted)
                .mapToInt(value -> Arrays.binarySearch(distinct, value))
                .toArray();
    }

    /** Goes from the longest life to the shortest; a tree of counts by rank of prediction holds those that lived longer. */
    private static final class Sweep {

        private final int[] ranks;
        private final List<SeenLife> lives;
        private final long[] counts;
        private long longer;
        private long concordant;
        private long discordant;
        private long tied;

        Sweep(int[] ranks, List<SeenLife> lives) {
            this.ranks = ranks;
            this.lives = lives;
            this.counts = new long[ranks.length + 1];
        }

        /** Of one length the censored come first: they outlive the failures, which do not outlive each other. */
        Concordance over(List<Integer> order) {
            int next = 0;
            while (next < order.size()) {
                int end = next;
                while (end < order.size() && lives.get(order.get(end)).equals(lives.get(order.get(next)))) {
                    end++;
                }
                List<Integer> alike = order.subList(next, end);
                alike.stream().filter(i -> lives.get(i).hasFailed()).forEach(this::compare);
                alike.forEach(this::add);
                next = end;
            }
            return new Concordance(concordant, discordant, tied);
        }

        private void compare(int i) {
            long below = upTo(ranks[i] - 1);
            long equal = upTo(ranks[i]) - below;
            discordant += below;
            tied += equal;
            concordant += longer - below - equal;
        }

        private void add(int i) {
            longer++;
            for (int node = ranks[i] + 1; node < counts.length; node += node & -node) {
                counts[node]++;
            }
        }

        private long upTo(int rank) {
            long sum = 0;
            for (int node = rank + 1; node > 0; node -= node & -node) {
                sum += counts[node];
            }
            return sum;
        }
    }
}
