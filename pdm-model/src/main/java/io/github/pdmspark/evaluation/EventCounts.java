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
    static final int SIZE = 9;

    /** Where {@link #of} expects the number of failures with this outcome. */
    static int place(FailureOutcome outcome) {
        return switch (outcome) {
            case NOT_SEEN -> 0;
            case DETECTED -> 1;
            case EARLY -> 2;
            case LATE -> 3;
            case MISSED -> 4;
        };
    }

    /** Where {@link #of} expects the number of episodes with this outcome. */
    static int place(EpisodeOutcome outcome) {
        return switch (outcome) {
            case TRUE -> 5;
            case LATE -> 6;
            case FALSE -> 7;
            case UNDETERMINED -> 8;
        };
    }

    /** From one number per outcome, at its place. */
    static EventCounts of(long[] n) {
        return new EventCounts(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]);
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
