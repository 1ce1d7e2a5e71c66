package io.github.pdmspark.monitoring;

import io.github.pdmspark.distribution.Distribution;

/**
 * How one column changed.
 *
 * @param column name of the column
 * @param psi population stability index, see {@link Stability}
 * @param limit the index has to exceed it to be more than chance
 * @param verdict what follows
 * @param then the column in training
 * @param now the column in the rows that were checked, in the same bins
 */
public record FeatureDrift(
        String column, double psi, double limit, Verdict verdict, Distribution then, Distribution now) {

    /** Whether a column changed. */
    public enum Verdict {
        /** No more than chance, or too little to matter. */
        STABLE,
        /** The index exceeds 0.25 and what chance can do. */
        SHIFTED,
        /** Values are missing more often, by more than 5 % of the rows and more than chance. */
        MISSING_MORE,
        /** Values lie out of the training range more often, by more than 5 % of the rows and more than chance. */
        OUT_OF_RANGE,
        /** The rows of so few machines, or so few rows, cannot tell. */
        TOO_FEW_ROWS
    }

    /** Whether someone should look at it. */
    public boolean isFlagged() {
        return verdict != Verdict.STABLE && verdict != Verdict.TOO_FEW_ROWS;
    }

    static FeatureDrift between(Distribution then, Distribution now) {
        double psi = Stability.index(then, now);
        double limit = Stability.limit(then, now);
        return new FeatureDrift(then.column(), psi, limit, verdict(then, now, psi, limit), then, now);
    }

    private static Verdict verdict(Distribution then, Distribution now, double psi, double limit) {
        if (Stability.isMore(then, now, then.missingShare(), now.missingShare())) {
            return Verdict.MISSING_MORE;
        }
        if (Stability.isMore(then, now, then.outsideShare(), now.outsideShare())) {
            return Verdict.OUT_OF_RANGE;
        }
        if (!Stability.isEnough(then) || !Stability.isEnough(now)) {
            return Verdict.TOO_FEW_ROWS;
        }
        return psi > Stability.MATTERS && psi > limit ? Verdict.SHIFTED : Verdict.STABLE;
    }
}
