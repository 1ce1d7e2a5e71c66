package io.github.pdmspark.evaluation;

import java.util.List;

/**
 * How good one score is as a ranking and as a probability.
 *
 * @param target what is scored: a component, or {@code any failure}
 * @param prevalence share of positive rows, which the average precision must beat
 * @param averagePrecision exact, rows of equal score together; undefined with one class only
 * @param brier mean squared difference of score and outcome; undefined without rows
 * @param brierSkill {@code 1 - brier / brier of always saying the prevalence}; undefined with one class only
 * @param calibrationError expected calibration error over the bins; undefined without rows
 * @param brierParts what the Brier score is made of
 * @param reliability ten bins of equal width, empty ones left out
 */
public record ScoreQuality(
        String target,
        Share prevalence,
        Metric averagePrecision,
        Metric brier,
        Metric brierSkill,
        Metric calibrationError,
        BrierParts brierParts,
        List<ReliabilityBin> reliability) {

    public ScoreQuality {
        reliability = List.copyOf(reliability);
    }

    static ScoreQuality of(String target, List<ReliabilityBin> bins, double squaredError, Metric averagePrecision) {
        long rows = bins.stream().mapToLong(ReliabilityBin::rows).sum();
        long positives = bins.stream().mapToLong(bin -> bin.observed().hits()).sum();
        Share prevalence = new Share(positives, rows);
        double gaps = bins.stream().mapToDouble(bin -> bin.rows() * bin.gap()).sum();
        String noRows = "there are no rows";
        return new ScoreQuality(
                target,
                prevalence,
                averagePrecision,
                Metric.ratio(squaredError, (double) rows, noRows),
                skill(prevalence, squaredError),
                Metric.ratio(gaps, (double) rows, noRows),
                BrierParts.of(bins, prevalence, squaredError),
                bins);
    }

    private static Metric skill(Share prevalence, double squaredError) {
        long rows = prevalence.total();
        long positives = prevalence.hits();
        if (rows == 0 || positives == 0 || positives == rows) {
            return Metric.undefined(
                    prevalence + " rows are positive: the prevalence alone makes no error to improve on");
        }
        double reference = (double) positives * (rows - positives) / rows;
        return Metric.of(1 - squaredError / reference);
    }
}
