package io.github.pdmspark.spec;

import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.evaluation.FailureScope;
import io.github.pdmspark.fleet.FleetHistory;
import java.time.Duration;

/**
 * How alarms are judged.
 *
 * @param matchWithin how long before a failure an alarm counts as right
 * @param lead shortest useful warning
 * @param count which failures count
 */
public record EvaluationSpec(Duration matchWithin, Duration lead, FailureScope count) {

    /** The evaluator of a history. */
    public Evaluator evaluator(FleetHistory history) {
        return Evaluator.of(history).matchWithin(matchWithin).lead(lead).counting(count);
    }
}
