package io.github.pdmspark.alarm;

import java.io.Serializable;
import java.time.Duration;

/**
 * When scores become an alarm. On: the score is at least {@code threshold}, and so were {@code k} of the last {@code n}
 * scores. Off: a score below {@code release}. A repair or failure of the component switches it off and clears the
 * counters. Rows without a score count neither for nor against.
 *
 * @param threshold score from which a row counts, in (0, 1]
 * @param release score below which an alarm goes off, in [0, threshold]
 * @param k how many of the last {@code n} scores must reach the threshold
 * @param n how many scores are looked at, at most 64
 * @param cooldown within this time (inclusive) after its last on score an alarm that comes on again is the same episode,
 *     and within it after a reset no alarm starts and scores are ignored; zero for neither
 * @param scope which components of a row may be alarmed
 */
public record AlarmPolicy(double threshold, double release, int k, int n, Duration cooldown, AlarmScope scope)
        implements Serializable {

    private static final double RELEASE_SHARE = 0.8;
    private static final int LONGEST_MEMORY = Long.SIZE;

    public AlarmPolicy {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "The threshold of an alarm lies in (0, 1], but it is " + threshold + ".");
        }
        if (!(release >= 0 && release <= threshold)) {
            throw new IllegalArgumentException(
                    "The release of an alarm lies in [0, threshold = " + threshold + "], but it is " + release + ".");
        }
        if (k < 1 || k > n || n > LONGEST_MEMORY) {
            throw new IllegalArgumentException(
                    "kOfN needs 1 <= k <= n <= " + LONGEST_MEMORY + ", but k is " + k + " and n is " + n + ".");
        }
        if (cooldown.isNegative()) {
            throw new IllegalArgumentException(
                    "The cooldown of an alarm is zero or longer, but it is " + cooldown + ".");
        }
    }

    /** On at {@code threshold}, off below 0.8 times of it, 2 of 3 scores, no cooldown, every component. */
    public static AlarmPolicy threshold(double threshold) {
        return new AlarmPolicy(threshold, RELEASE_SHARE * threshold, 2, 3, Duration.ZERO, AlarmScope.EVERY_COMPONENT);
    }

    /** The same with another threshold; the release keeps its share of it. */
    public AlarmPolicy withThreshold(double newThreshold) {
        double newRelease = Math.min(newThreshold, newThreshold * (release / threshold));
        return new AlarmPolicy(newThreshold, newRelease, k, n, cooldown, scope);
    }

    /** The same, off below {@code newRelease}. */
    public AlarmPolicy releaseBelow(double newRelease) {
        return new AlarmPolicy(threshold, newRelease, k, n, cooldown, scope);
    }

    /** The same, on only when {@code newK} of the last {@code newN} scores reach the threshold. */
    public AlarmPolicy kOfN(int newK, int newN) {
        return new AlarmPolicy(threshold, release, newK, newN, cooldown, scope);
    }

    /** The same with another cooldown. */
    public AlarmPolicy cooldown(Duration newCooldown) {
        return new AlarmPolicy(threshold, release, k, n, newCooldown, scope);
    }

    /** The same, but a row alarms only the component with its largest score. */
    public AlarmPolicy topComponentOnly() {
        return new AlarmPolicy(threshold, release, k, n, cooldown, AlarmScope.TOP_COMPONENT);
    }
}
