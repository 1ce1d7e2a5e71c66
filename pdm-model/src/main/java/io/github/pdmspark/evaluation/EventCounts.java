package io.github.pdmspark.evaluation;

/**
 * How many failures and alarm episodes had which outcome; see {@link FailureOutcome} and {@link EpisodeOutcome}.
 */
public record EventCounts(
        long notSeen,
        long detected,
        long early,
        long late,
        long missed,
        long trueEpisodes,
        long lateEpisodes,
        long falseEpisodes,
        long undeterminedEpisodes) {

    /** The number of counts. */
    static final int SIZE = FailureOutcome.values().length + EpisodeOutcome.values().length;

    static int place(FailureOutcome outcome) {
        return outcome.ordinal();
    }

    static int place(EpisodeOutcome outcome) {
        return FailureOutcome.values().length + outcome.ordinal();
    }

    /** From one number per outcome, at its {@link #place}. */
    static EventCounts of(long[] counts) {
        return new EventCounts(
                counts[place(FailureOutcome.NOT_SEEN)],
                counts[place(FailureOutcome.DETECTED)],
                counts[place(FailureOutcome.EARLY)],
                counts[place(FailureOutcome.LATE)],
                counts[place(FailureOutcome.MISSED)],
                counts[place(EpisodeOutcome.TRUE)],
                counts[place(EpisodeOutcome.LATE)],
                counts[place(EpisodeOutcome.FALSE)],
                counts[place(EpisodeOutcome.UNDETERMINED)]);
    }

    /** All failures in scope. */
    public long failures() {
        return notSeen + seen();
    }

    /** Failures with at least one scored row in their actionable window. */
    public long seen() {
        return detected + early + late + missed;
    }

    /** Detected failures out of those that could be seen. */
    public Share detection() {
        return new Share(detected, seen());
    }

    /** Detected failures out of all failures. */
    public Share strictDetection() {
        return new Share(detected, failures());
    }

    /** True episodes out of true and false ones. */
    public Share precision() {
        return new Share(trueEpisodes, trueEpisodes + falseEpisodes);
    }
}
