package io.github.pdmspark.gate;

import io.github.pdmspark.distribution.Distribution;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The area under the ROC curve of one feature: how often a failure ranks before a row without one, if bins are ranked by their
 * share of failures and rows of one bin tie. So it does not matter whether high, low, middle or missing values tell.
 */
final class RankArea {

    private RankArea() {}

    /** From 0.5, which says nothing, to 1, which says all; the two are counted in the same bins. */
    static double of(Distribution failures, Distribution others) {
        List<Integer> ranked = IntStream.range(0, failures.counts().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer bin) ->
                        -failures.share(bin) / (failures.share(bin) + others.share(bin) + Double.MIN_NORMAL)))
                .toList();
        double area = 0;
        double above = 0;
        for (int bin : ranked) {
            area += others.share(bin) * (above + failures.share(bin) / 2);
            above += failures.share(bin);
        }
        return area;
    }
}
