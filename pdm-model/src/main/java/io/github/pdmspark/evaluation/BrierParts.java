package io.github.pdmspark.evaluation;

import java.util.List;

/**
 * Murphy's parts of a Brier score over the bins of a reliability table: {@code brier = reliability - resolution + uncertainty +
 * within}. The last one is 0 when all scores of a bin are equal.
 *
 * @param reliability mean squared gap between promised and observed share; 0 is perfect
 * @param resolution mean squared distance of the bins' shares from the prevalence; more is better
 * @param uncertainty {@code prevalence * (1 - prevalence)}: the error of always saying the prevalence
 * @param within what the spread of scores inside the bins adds
 */
public record BrierParts(Metric reliability, Metric resolution, Metric uncertainty, Metric within) {

    static BrierParts of(List<ReliabilityBin> bins, Share prevalence, double squaredError) {
        double rows = prevalence.total();
        double share = prevalence.total() == 0 ? 0 : (double) prevalence.hits() / rows;
        double reliability = 0;
        double resolution = 0;
        for (ReliabilityBin bin : bins) {
            double observed = (double) bin.observed().hits() / bin.rows();
            reliability += bin.rows() * bin.gap() * bin.gap();
            resolution += bin.rows() * (observed - share) * (observed - share);
        }
        double uncertainty = rows * share * (1 - share);
        double within = squaredError - (reliability - resolution + uncertainty);
        String noRows = "there are no rows";
        return new BrierParts(
                Metric.ratio(reliability, rows, noRows),
                Metric.ratio(resolution, rows, noRows),
                Metric.ratio(uncertainty, rows, noRows),
                Metric.ratio(within, rows, noRows));
    }
}
