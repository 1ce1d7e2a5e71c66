package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
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
public record AlarmTuning(double mostFalseAlarmsPerMachineYear, List<AlarmPolicy> candidates) {

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

    /**
     * Chooses on {@code calibration}. Runs one Spark job for all candidates.
     *
     * @throws TrainingException if the slice has no failure that could be seen, or no time in which an alarm would be false
     */
    public TunedAlarm tune(EventEvaluation calibration) {
        List<Rule.ByScore> rules = candidates.stream().map(Rule.ByScore::new).toList();
        List<EventMetrics> metrics = calibration.judgeAll(rules);
        requireSomethingToJudge(metrics.get(0));
        List<TunedAlarm.FrontierPoint> frontier = IntStream.range(0, rules.size())
                .mapToObj(i -> new TunedAlarm.FrontierPoint(candidates.get(i), metrics.get(i)))
                .toList();
        TunedAlarm.FrontierPoint best = frontier.stream()
                .max(Comparator.comparing(TunedAlarm.FrontierPoint::metrics, preference())
                        .thenComparingDouble(point -> point.policy().threshold()))
                .orElseThrow();
        TunedAlarm.Limit limit = keepsLimit(best.metrics()) ? TunedAlarm.Limit.KEPT : TunedAlarm.Limit.BROKEN;
        return new TunedAlarm(best.policy(), best.metrics(), limit, frontier);
    }

    /** Later is better; equal ends in equal. */
    Comparator<EventMetrics> preference() {
        Comparator<EventMetrics> fewerFalse = Comparator.comparingLong(
                        (EventMetrics m) -> m.counts().falseEpisodes())
                .reversed();
        Comparator<EventMetrics> better = Comparator.comparingLong(
                        (EventMetrics m) -> m.counts().detected())
                .thenComparingDouble(m -> m.lead().medianHours().value().orElse(0))
                .thenComparing(fewerFalse);
        return Comparator.comparing(this::keepsLimit)
                .thenComparing((a, b) -> keepsLimit(a) ? better.compare(a, b) : fewerFalse.compare(a, b));
    }

    private boolean keepsLimit(EventMetrics metrics) {
        return metrics.falseAlarms().perMachineYear().value().orElse(Double.POSITIVE_INFINITY)
                <= mostFalseAlarmsPerMachineYear;
    }

    private static void requireSomethingToJudge(EventMetrics metrics) {
        if (metrics.counts().seen() == 0) {
            throw new TrainingException(
                    new Problem(
                            ErrorCondition.PDM_NO_FAILURES,
                            "The calibration slice has " + metrics.counts().failures()
                                    + " failures and none with a scored row in its actionable window: no threshold can be chosen.",
                            "Choose a longer calibration slice, or set the threshold by hand with AlarmPolicy.threshold(...)."));
        }
        if (metrics.quietYears() == 0) {
            throw new TrainingException(
                    new Problem(
                            ErrorCondition.PDM_NO_USABLE_ROWS,
                            "The calibration slice has no scored time in which an alarm could be proven false.",
                            "End it earlier than lead + matching window before the end of observation, or set the threshold by hand."));
        }
    }
}
