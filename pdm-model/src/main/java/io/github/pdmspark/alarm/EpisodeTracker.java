package io.github.pdmspark.alarm;

import io.github.pdmspark.time.Micros;
import java.util.ArrayList;
import java.util.List;

/**
 * The alarm of one component of one machine: takes its scores and resets in time order, yields {@link Episode}s. Not
 * thread-safe; all times are microseconds since the epoch.
 */
public final class EpisodeTracker {

    private static final long NEVER = Long.MIN_VALUE;

    private final AlarmPolicy policy;
    private final long cooldown;
    private final long memory;
    private final List<Episode> closed = new ArrayList<>();

    private long recent;
    private boolean on;
    private long start = NEVER;
    private long end = NEVER;
    private long lastOn = NEVER;
    private long lastScore = NEVER;
    private long lastReset = NEVER;

    public EpisodeTracker(AlarmPolicy policy) {
        this.policy = policy;
        this.cooldown = Micros.of(policy.cooldown());
        this.memory = -1L >>> (Long.SIZE - policy.n());
    }

    /**
     * The score at one prediction time; {@code NaN} for a row without a score, which changes nothing.
     *
     * @throws IllegalStateException if it is not later than the score before it, or earlier than the last reset
     */
    public void score(long asOf, double score) {
        if (asOf <= lastScore || asOf < lastReset) {
            throw new IllegalStateException(
                    "The score at " + Micros.instant(asOf)
                            + " is out of order: an earlier call had the same or a later time. Feed each prediction time once, in order.");
        }
        lastScore = asOf;
        if (Double.isNaN(score) || coolingAfterReset(asOf)) {
            return;
        }
        boolean high = score >= policy.threshold();
        recent = (recent << 1 | (high ? 1 : 0)) & memory;
        if (on) {
            stayOn(asOf, score);
        } else if (high && Long.bitCount(recent) >= policy.k()) {
            comeOn(asOf);
        }
    }

    /**
     * A repair or failure of the component: an episode that is on ends here, and the counters start afresh.
     *
     * @throws IllegalStateException if it is earlier than the last score or reset
     */
    public void reset(long time) {
        if (time < lastScore || time < lastReset) {
            throw new IllegalStateException("The reset at " + Micros.instant(time)
                    + " is out of order: an earlier call had a later time. Feed scores and resets in order.");
        }
        lastReset = time;
        if (on) {
            end = time;
        }
        on = false;
        recent = 0;
        close();
    }

    /** The episodes so far, by start; the last one may be still on. */
    public List<Episode> episodes() {
        if (start == NEVER) {
            return List.copyOf(closed);
        }
        List<Episode> all = new ArrayList<>(closed);
        all.add(new Episode(start, on ? Episode.STILL_ON : end));
        return List.copyOf(all);
    }

    private boolean coolingAfterReset(long asOf) {
        return cooldown > 0 && lastReset != NEVER && asOf - lastReset <= cooldown;
    }

    private void stayOn(long asOf, double score) {
        if (score < policy.release()) {
            on = false;
            end = asOf;
        } else {
            lastOn = asOf;
        }
    }

    private void comeOn(long asOf) {
        boolean again = start != NEVER && asOf - lastOn <= cooldown;
        if (!again) {
            close();
            start = asOf;
        }
        on = true;
        lastOn = asOf;
    }

    private void close() {
        if (start != NEVER) {
            closed.add(new Episode(start, end));
            start = NEVER;
        }
    }
}
