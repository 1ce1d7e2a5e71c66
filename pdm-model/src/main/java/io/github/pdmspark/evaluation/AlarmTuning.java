package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.AlarmPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses an alarm policy on a calibration slice: the most detected failures among the candidates that keep a limit on false
 * alarms; of equals the longer median lead, then the fewer false alarms, then the higher threshold.
 *
 * @param mostFalseAlarmsPerMachineYear the limit, zero or more
 * @param candidates the policies to choose from, at least one
 */
public record AlarmTuning(double mostFalseAlarmsPerMachineYear, List<AlarmPolicy> candidates) implements AlarmChoice {

    private static final int THRESHOLDS = 99;

    public AlarmTuning {
        candidates = List.copyOf(candidates);
        if (!(mostFalseAlarmsPerMachineYear >= 0)) {
            throw new IllegalArgumentException("The limit on false alarms is zero or more per machine-year, but it is "
                    + mostFalseAlarmsPerMachineYear + ".");
        }
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("Tuning needs at least one candidate policy.");
        }
    }

    /** Chooses among the thresholds 0.01, 0.02 .. 0.99 with 2 of 3 scores. */
    public static AlarmTuning atMost(double falseAlarmsPerMachineYear) {
        return new AlarmTuning(falseAlarmsPerMachineYear, thresholds(AlarmPolicy.threshold(0.5)));
    }

    /** The same limit, choosing among the thresholds 0.01 .. 0.99 of each of these policies. */
    public AlarmTuning among(AlarmPolicy... shapes) {
        return new AlarmTuning(
                mostFalseAlarmsPerMachineYear,
                Stream.of(shapes).flatMap(shape -> thresholds(shape).stream()).toList());
    }

    /** {@code shape} with the thresholds 0.01, 0.02 .. 0.99. */
    public static List<AlarmPolicy> thresholds(AlarmPolicy shape) {
        return IntStream.rangeClosed(1, THRESHOLDS)
                .mapToObj(percent -> shape.withThreshold(percent / 100.0))
                .toList();
    }

    @Override
    public TunedAlarm tune(EventEvaluation calibration) {
        return FrontierSearch.best(calibration, candidates, this);
    }

    @Override
    public Comparator<EventMetrics> preference() {
        Comparator<EventMetrics> fewerFalse = Comparator.comparingLong(
                        (EventMetrics m) -> m.counts().falseEpisodes())
                .reversed();
        Comparator<EventMetrics> better = Comparator.comparingLong(
                        (EventMetrics m) -> m.counts().detected())
                .thenComparingDouble(m -> m.lead().medianHours().value().orElse(0))
                .thenComparing(fewerFalse);
        return Comparator.comparing(this::keepsLimits)
                .thenComparing((a, b) -> keepsLimits(a) ? better.compare(a, b) : fewerFalse.compare(a, b));
    }

    @Override
    public boolean keepsLimits(EventMetrics metrics) {
        return metrics.falseAlarms().perMachineYear().value().orElse(Double.POSITIVE_INFINITY)
                <= mostFalseAlarmsPerMachineYear;
    }
}
