package io.github.pdmspark.evaluation;

import java.util.Locale;
import java.util.Optional;

/**
 * Two policies on the same machines and failures.
 *
 * @param champion the one in use
 * @param challenger the new one
 * @param championCost what the first cost
 * @param challengerCost what the second cost
 * @param detection challenger minus champion: share of all failures that were detected
 * @param falseAlarmsPerMachineYear challenger minus champion: false alarms over all scored time
 * @param costPerMachineYear challenger minus champion: money over all scored time
 */
public record EventComparison(
        EventMetrics champion,
        EventMetrics challenger,
        Cost championCost,
        Cost challengerCost,
        Difference detection,
        Difference falseAlarmsPerMachineYear,
        Difference costPerMachineYear) {

    /**
     * A difference.
     *
     * @param value challenger minus champion
     * @param interval 95 % interval by resampling machines, the same machines for both; empty below two machines
     */
    public record Difference(Metric value, Optional<Interval> interval) {

        /** Whether all of the interval lies below zero. */
        public boolean isBelowZero() {
            return interval.filter(ends -> ends.high() < 0).isPresent();
        }

        /** Whether all of the interval lies above zero. */
        public boolean isAboveZero() {
            return interval.filter(ends -> ends.low() > 0).isPresent();
        }

        @Override
        public String toString() {
            return value + interval.map(ends -> " 95 % " + ends).orElse("");
        }
    }

    /** Which one costs less. */
    public enum Verdict {
        /** The challenger costs less in all of the interval. */
        CHALLENGER,
        /** It costs more in all of the interval. */
        CHAMPION,
        /** The interval holds zero, or there is none: these data cannot tell. */
        UNDECIDED
    }

    /** Which one to use, by cost. */
    public Verdict verdict() {
        if (costPerMachineYear.isBelowZero()) {
            return Verdict.CHALLENGER;
        }
        return costPerMachineYear.isAboveZero() ? Verdict.CHAMPION : Verdict.UNDECIDED;
    }

    @Override
    public String toString() {
        return line("champion", champion, championCost)
                + line("challenger", challenger, challengerCost)
                + "challenger minus champion: detection " + detection + ", false alarms per machine-year "
                + falseAlarmsPerMachineYear + ", cost per machine-year " + costPerMachineYear + ": " + verdict();
    }

    private static String line(String name, EventMetrics metrics, Cost cost) {
        return String.format(
                Locale.ROOT,
                "%-10s detected %s, %s, cost %s%n",
                name,
                metrics.counts().strictDetection(),
                metrics.falseAlarmsOfScoredTime(),
                cost);
    }
}
