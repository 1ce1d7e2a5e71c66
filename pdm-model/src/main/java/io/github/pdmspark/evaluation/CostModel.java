package io.github.pdmspark.evaluation;

/**
 * What things cost, in any one currency.
 *
 * @param missedFailure a failure that no alarm warned of in time, whether late, early, missed or not seen
 * @param plannedRepair a failure that was warned of in time and repaired before
 * @param uselessVisit an alarm that no failure followed
 * @param unusedLifePerDay a day of life that a repair on the first alarm takes from a component
 */
public record CostModel(double missedFailure, double plannedRepair, double uselessVisit, double unusedLifePerDay) {

    private static final double HOURS_PER_DAY = 24;

    public CostModel {
        requireCost("missedFailure", missedFailure);
        requireCost("plannedRepair", plannedRepair);
        requireCost("uselessVisit", uselessVisit);
        requireCost("unusedLifePerDay", unusedLifePerDay);
        if (!(plannedRepair < missedFailure)) {
            throw new IllegalArgumentException("A planned repair costs " + plannedRepair + " and a missed failure "
                    + missedFailure + ": if planning saves nothing, no alarm is worth its visit.");
        }
    }

    /** Starts with nothing; every cost must be named, 0 too. */
    public static CostModelBuilder builder() {
        return new CostModelBuilder();
    }

    /** The cost of what happened under a rule; undetermined alarms cost nothing, as nobody knows yet. */
    public Cost of(EventMetrics metrics) {
        return of(metrics.counts(), metrics.lead().totalHours(), metrics.scoredYears());
    }

    Cost of(EventCounts counts, double leadHours, double machineYears) {
        return new Cost(
                missedFailure * (counts.failures() - counts.detected()),
                plannedRepair * counts.detected(),
                uselessVisit * counts.falseEpisodes(),
                unusedLifePerDay * leadHours / HOURS_PER_DAY,
                machineYears);
    }

    /**
     * The probability from which acting on one row pays: {@code uselessVisit / (uselessVisit + missedFailure - plannedRepair)}.
     * For rows that are judged alone and calibrated; an alarm policy is better tuned by {@link CostTuning}.
     */
    public double rowThreshold() {
        return uselessVisit / (uselessVisit + missedFailure - plannedRepair);
    }

    private static void requireCost(String name, double cost) {
        if (!(cost >= 0) || Double.isInfinite(cost)) {
            throw new IllegalArgumentException(name + " is a cost of 0 or more, not " + cost + ".");
        }
    }
}
