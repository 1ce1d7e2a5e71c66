package io.github.pdmspark.distribution;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How much the rows of one machine resemble each other, from the counts of groups of machines: Pearson's statistic of
 * homogeneity over its degrees of freedom. Rao and Scott (1981) correct a chi-square test of clustered rows by this factor.
 */
final class Dispersion {

    private Dispersion() {}

    /**
     * The factor, at least 1; the number of rows when all are of one group, as then one machine may be behind them all.
     *
     * @param groups counts by group and bin
     */
    static double of(long[][] groups) {
        int bins = groups[0].length;
        long[] ofBin = IntStream.range(0, bins)
                .mapToLong(bin -> LongStream.of(column(groups, bin)).sum())
                .toArray();
        long rows = LongStream.of(ofBin).sum();
        long usedBins = LongStream.of(ofBin).filter(count -> count > 0).count();
        double statistic = 0;
        int usedGroups = 0;
        for (long[] group : groups) {
            long size = LongStream.of(group).sum();
            usedGroups += size > 0 ? 1 : 0;
            statistic += size > 0 ? distance(group, size, ofBin, rows) : 0;
        }
        if (usedBins < 2) {
            return 1;
        }
        if (usedGroups < 2) {
            return rows;
        }
        double perDegree = statistic / ((usedGroups - 1) * (double) (usedBins - 1));
        return Math.max(1, Math.min((double) rows, perDegree));
    }

    private static double distance(long[] group, long size, long[] ofBin, long rows) {
        double sum = 0;
        for (int bin = 0; bin < ofBin.length; bin++) {
            if (ofBin[bin] > 0) {
                double expected = (double) size * ofBin[bin] / rows;
                sum += (group[bin] - expected) * (group[bin] - expected) / expected;
            }
        }
        return sum;
    }

    private static long[] column(long[][] groups, int bin) {
        return IntStream.range(0, groups.length).mapToLong(i -> groups[i][bin]).toArray();
    }
}
