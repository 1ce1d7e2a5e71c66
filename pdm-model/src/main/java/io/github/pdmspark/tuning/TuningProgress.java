package io.github.pdmspark.tuning;

/**
 * How far tuning has come.
 *
 * @param done fits that are done
 * @param fits all fits: candidates times folds
 * @param latest what the latest one reached
 */
public record TuningProgress(int done, int fits, FoldResult latest) {

    /** One line. */
    @Override
    public String toString() {
        return done + " of " + fits + ": " + latest.candidate() + ", fold " + latest.fold() + ": " + latest.value();
    }
}
