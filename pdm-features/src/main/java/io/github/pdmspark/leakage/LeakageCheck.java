package io.github.pdmspark.leakage;

import java.time.Instant;
import java.util.List;

/**
 * The outcome of one check: one result, computed from the true history and from one with another future.
 *
 * @param subject what the caller called it
 * @param promise what has to hold
 * @param change what was done to the future
 * @param cut from when on
 * @param rows rows compared; 1 for a fitted step
 * @param differences what changed, empty when nothing did
 */
public record LeakageCheck(
        String subject, String promise, FutureChange change, Instant cut, long rows, List<Difference> differences) {

    public LeakageCheck {
        differences = List.copyOf(differences);
    }

    /** What a check says. */
    public enum Verdict {
        /** Something was compared and nothing differed. */
        CLEAN,
        /** Something differed. */
        LEAK,
        /** There was nothing to compare, so nothing is known. */
        NOTHING_COMPARED
    }

    /** Clean only if there was something to compare. */
    public Verdict verdict() {
        if (!differences.isEmpty()) {
            return Verdict.LEAK;
        }
        return rows == 0 ? Verdict.NOTHING_COMPARED : Verdict.CLEAN;
    }
}
