package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Judges all candidates on a calibration slice and takes the best by a criterion; of equals the highest threshold. */
final class FrontierSearch {

    private FrontierSearch() {}

    static TunedAlarm best(EventEvaluation calibration, List<AlarmPolicy> candidates, AlarmChoice choice) {
        List<Rule.ByScore> rules = candidates.stream().map(Rule.ByScore::new).toList();
        List<EventMetrics> metrics = calibration.judgeAll(rules);
        requireSomethingToJudge(metrics.get(0));
        List<TunedAlarm.FrontierPoint> frontier = IntStream.range(0, rules.size())
                .mapToObj(i -> new TunedAlarm.FrontierPoint(candidates.get(i), metrics.get(i)))
                .toList();
        TunedAlarm.FrontierPoint best = frontier.stream()
                .max(Comparator.comparing(TunedAlarm.FrontierPoint::metrics, choice.preference())
                        .thenComparingDouble(point -> point.policy().threshold()))
                .orElseThrow();
        TunedAlarm.Limit limit = choice.keepsLimits(best.metrics()) ? TunedAlarm.Limit.KEPT : TunedAlarm.Limit.BROKEN;
        return new TunedAlarm(best.policy(), best.metrics(), limit, frontier);
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
