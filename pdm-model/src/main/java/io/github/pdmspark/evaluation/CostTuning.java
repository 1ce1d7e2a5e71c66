package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.AlarmPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chooses the alarm policy that costs least on a calibration slice, among the candidates that keep the limits; of equals the
 * fewer false alarms, then the higher threshold. If none keeps them, the cheapest of all, and the result says so.
 *
 * @param costs what things cost
 * @param limits what the policy must keep
 * @param candidates the policies to choose from, at least one
 */
public record CostTuning(CostModel costs, AlarmLimits limits, List<AlarmPolicy> candidates) implements AlarmChoice {

    public CostTuning {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("Tuning needs at least one candidate policy.");
        }
    }

    /** Chooses without limits among the thresholds 0.01, 0.02 .. 0.99 with 2 of 3 scores. */
    public static CostTuning of(CostModel costs) {
        return new CostTuning(costs, AlarmLimits.NONE, AlarmTuning.thresholds(AlarmPolicy.threshold(0.5)));
    }

    /** The same under limits. */
    public CostTuning under(AlarmLimits newLimits) {
        return new CostTuning(costs, newLimits, candidates);
    }

    /** The same, choosing among the thresholds 0.01 .. 0.99 of each of these policies. */
    public CostTuning among(AlarmPolicy... shapes) {
        List<AlarmPolicy> all = Stream.of(shapes)
                .flatMap(shape -> AlarmTuning.thresholds(shape).stream())
                .toList();
        return new CostTuning(costs, limits, all);
    }

    @Override
    public TunedAlarm tune(EventEvaluation calibration) {
        return FrontierSearch.best(calibration, candidates, this);
    }

    @Override
    public Comparator<EventMetrics> preference() {
        Comparator<EventMetrics> cheaper = Comparator.comparingDouble(
                        (EventMetrics m) -> costs.of(m).total())
                .reversed();
        Comparator<EventMetrics> fewerFalse = Comparator.comparingLong(
                        (EventMetrics m) -> m.counts().falseEpisodes())
                .reversed();
        return Comparator.comparing(this::keepsLimits).thenComparing(cheaper).thenComparing(fewerFalse);
    }

    @Override
    public boolean keepsLimits(EventMetrics metrics) {
        return limits.areKept(metrics);
    }

    /** The cost of every candidate of a tuned alarm, in the order of its frontier: the threshold-cost curve. */
    public List<CostPoint> curve(TunedAlarm tuned) {
        return tuned.frontier().stream()
                .map(point -> new CostPoint(point.policy(), costs.of(point.metrics())))
                .toList();
    }

    /**
     * A point of the threshold-cost curve.
     *
     * @param policy the candidate
     * @param cost what it cost on the calibration slice
     */
    public record CostPoint(AlarmPolicy policy, Cost cost) {}
}
