package io.github.pdmspark.evaluation;

/**
 * What an alarm policy must keep on the calibration slice, whatever it costs.
 *
 * @param leastDetection share of the failures that could be seen, 0 for no limit
 * @param mostFalseAlarmsPerMachineYear infinite for no limit
 * @param mostVisitsPerDay alarm episodes of the whole fleet on an average day, infinite for no limit
 */
public record AlarmLimits(double leastDetection, double mostFalseAlarmsPerMachineYear, double mostVisitsPerDay) {

    /** No limit. */
    public static final AlarmLimits NONE = new AlarmLimits(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final double DAYS_PER_YEAR = 365.25;

    public AlarmLimits {
        if (!(leastDetection >= 0 && leastDetection <= 1)
                || !(mostFalseAlarmsPerMachineYear >= 0)
                || !(mostVisitsPerDay >= 0)) {
            throw new IllegalArgumentException("Limits are a detection in [0, 1] and numbers of 0 or more, not "
                    + leastDetection + ", " + mostFalseAlarmsPerMachineYear + " and " + mostVisitsPerDay + ".");
        }
    }

    /** The same with a least share of detected failures. */
    public AlarmLimits atLeastDetected(double share) {
        return new AlarmLimits(share, mostFalseAlarmsPerMachineYear, mostVisitsPerDay);
    }

    /** The same with at most so many false alarms per machine-year. */
    public AlarmLimits atMostFalseAlarms(double perMachineYear) {
        return new AlarmLimits(leastDetection, perMachineYear, mostVisitsPerDay);
    }

    /** The same with at most so many alarms of the fleet on an average day; {@link CrewCapacity} bounds each time. */
    public AlarmLimits atMostVisits(double perDay) {
        return new AlarmLimits(leastDetection, mostFalseAlarmsPerMachineYear, perDay);
    }

    boolean areKept(EventMetrics metrics) {
        double detected = metrics.counts().detection().value().value().orElse(0);
        double falseAlarms = metrics.falseAlarms().perMachineYear().value().orElse(Double.POSITIVE_INFINITY);
        return detected >= leastDetection
                && falseAlarms <= mostFalseAlarmsPerMachineYear
                && visitsPerDay(metrics) <= mostVisitsPerDay;
    }

    private static double visitsPerDay(EventMetrics metrics) {
        EventCounts counts = metrics.counts();
        long episodes =
                counts.trueEpisodes() + counts.lateEpisodes() + counts.falseEpisodes() + counts.undeterminedEpisodes();
        return episodes == 0 ? 0 : episodes * metrics.machines() / (metrics.scoredYears() * DAYS_PER_YEAR);
    }
}
