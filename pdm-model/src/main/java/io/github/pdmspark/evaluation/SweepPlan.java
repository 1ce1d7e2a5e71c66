package io.github.pdmspark.evaluation;

import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.io.Serializable;
import java.util.List;

/**
 * What one pass over the machines shall find out.
 *
 * @param components the scored components, in the order of the scores
 * @param startMicros start of the range of scores
 * @param endMicros its end, exclusive
 * @param stepMicros distance of two observation times
 */
record SweepPlan(
        List<String> components,
        MatchWindow window,
        FailureScope scope,
        long startMicros,
        long endMicros,
        long stepMicros,
        List<Rule> rules)
        implements Serializable {

    SweepPlan {
        components = List.copyOf(components);
        rules = List.copyOf(rules);
    }

    static SweepPlan of(
            List<String> components,
            MatchWindow window,
            FailureScope scope,
            TimeRange range,
            long step,
            List<Rule> rules) {
        return new SweepPlan(components, window, scope, Micros.of(range.start()), Micros.of(range.end()), step, rules);
    }

    /** The earliest time of a failure that counts. */
    long firstFailure() {
        return scope == FailureScope.IN_RANGE ? startMicros : startMicros + window.reachMicros();
    }
}
