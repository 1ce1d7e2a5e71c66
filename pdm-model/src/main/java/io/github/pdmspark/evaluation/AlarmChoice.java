package io.github.pdmspark.evaluation;

import java.util.Comparator;

/** A criterion for alarm policies: chooses one on a calibration slice, and the limits of the baselines beside it. */
public sealed interface AlarmChoice permits AlarmTuning, CostTuning {

    /**
     * Chooses on {@code calibration}. Runs one Spark job for all candidates.
     *
     * @throws io.github.pdmspark.error.TrainingException if the slice has no failure that could be seen, or no time in which an
     *     alarm would be false
     */
    TunedAlarm tune(EventEvaluation calibration);

    /** Later is better; equal ends in equal. */
    Comparator<EventMetrics> preference();

    /** Whether the limits of the criterion are kept. */
    boolean keepsLimits(EventMetrics metrics);
}
