package io.github.pdmspark.evaluation;

/**
 * How many independent cases rows in clusters are worth: {@code n / deff} with the design effect {@code deff = M / (M - 1) *
 * sum (h_m - p n_m)^2 / (n p (1 - p))} over the M clusters with n_m rows and h_m hits (Kish; Rao and Scott 1992), at least 1.
 * All hits or none: as many as clusters.
 *
 * @param rows n
 * @param hits all hits
 * @param clusters M
 * @param hitsSquared sum of {@code h_m^2}
 * @param hitsTimesRows sum of {@code h_m n_m}
 * @param rowsSquared sum of {@code n_m^2}
 */
record ClusteredRows(
        double rows, double hits, double clusters, double hitsSquared, double hitsTimesRows, double rowsSquared) {

    Interval interval() {
        return Wilson.interval(hits / rows, effectiveRows());
    }

    double effectiveRows() {
        double p = hits / rows;
        if (hits == 0 || hits == rows || clusters == 1) {
            return clusters;
        }
        double squares = hitsSquared - 2 * p * hitsTimesRows + p * p * rowsSquared;
        double effect = clusters / (clusters - 1) * squares / (rows * p * (1 - p));
        return rows / Math.max(1, effect);
    }
}
