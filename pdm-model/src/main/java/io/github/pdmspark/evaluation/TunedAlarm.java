package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.AlarmPolicy;
import java.util.List;
import java.util.Locale;

/**
 * The policy that {@link AlarmTuning} chose, beside everything it chose from.
 *
 * @param policy the choice
 * @param onCalibration how it did on the calibration slice; expect less elsewhere
 * @param limit whether the choice keeps the limit on false alarms
 * @param frontier all candidates in the order given
 */
public record TunedAlarm(AlarmPolicy policy, EventMetrics onCalibration, Limit limit, List<FrontierPoint> frontier) {

    /** Whether a limit is kept. */
    public enum Limit {
        /** At least one candidate kept the limit and the best of these was chosen. */
        KEPT,
        /** No candidate kept it; the one with the fewest false alarms was chosen. */
        BROKEN
    }

    public TunedAlarm {
        frontier = List.copyOf(frontier);
    }

    /**
     * One candidate.
     *
     * @param policy the candidate
     * @param metrics how it did on the calibration slice
     */
    public record FrontierPoint(AlarmPolicy policy, EventMetrics metrics) {}

    /** The frontier as a table, one line per candidate. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("threshold  k/n  detected  median lead h  false per machine-year\n");
        for (FrontierPoint point : frontier) {
            EventMetrics metrics = point.metrics();
            text.append(String.format(
                    Locale.ROOT,
                    "%9.3f  %d/%d  %8s  %13.1f  %22.3f%s%n",
                    point.policy().threshold(),
                    point.policy().k(),
                    point.policy().n(),
                    metrics.counts().detected() + "/" + metrics.counts().seen(),
                    metrics.lead().medianHours().value().orElse(Double.NaN),
                    metrics.falseAlarms().perMachineYear().value().orElse(Double.NaN),
                    point.policy().equals(policy) ? "  <- chosen" : ""));
        }
        return text.toString();
    }
}
