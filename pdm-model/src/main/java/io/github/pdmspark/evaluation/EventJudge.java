package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.Episode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Matches the episodes of one component of one machine with its failures: the definition of every event outcome. Times in
 * microseconds; failures and scored rows sorted, failures distinct.
 */
final class EventJudge {

    private static final long BEFORE_ALL = Long.MIN_VALUE;

    private final int component;
    private final long lead;
    private final long reach;
    private final long[] failures;
    private final ScoredRows rows;
    private final long observedUntil;

    EventJudge(int component, MatchWindow window, long[] failures, ScoredRows rows, long observedUntil) {
        this.component = component;
        this.lead = window.leadMicros();
        this.reach = window.reachMicros();
        this.failures = failures;
        this.rows = rows;
        this.observedUntil = observedUntil;
    }

    List<JudgedEpisode> episodes(List<Episode> episodes) {
        List<JudgedEpisode> judged = new ArrayList<>();
        for (Episode episode : episodes) {
            judged.add(judge(episode));
        }
        return judged;
    }

    /** The outcome of failures in {@code [from, until)}; {@code episodes} sorted by start. */
    List<JudgedFailure> failures(List<Episode> episodes, long from, long until) {
        List<JudgedFailure> judged = new ArrayList<>();
        for (int i = 0; i < failures.length; i++) {
            if (failures[i] >= from && failures[i] < until) {
                judged.add(judge(i, episodes));
            }
        }
        return judged;
    }

    /** Scored time in which a start would be a false alarm: observed long enough after, in no window of a failure. */
    long quietMicros() {
        long lastJudged = observedUntil == BEFORE_ALL ? BEFORE_ALL : observedUntil - reach;
        long quiet = rows.micros(BEFORE_ALL, lastJudged);
        for (int i = 0; i < failures.length; i++) {
            quiet -= rows.micros(windowStart(i), Math.min(failures[i], lastJudged));
        }
        return quiet;
    }

    private JudgedEpisode judge(Episode episode) {
        long start = episode.startMicros();
        int place = Arrays.binarySearch(failures, start);
        int next = place >= 0 ? place : -place - 1;
        if (next < failures.length && start > failures[next] - reach) {
            boolean inTime = start <= failures[next] - lead;
            EpisodeOutcome outcome = inTime ? EpisodeOutcome.TRUE : EpisodeOutcome.LATE;
            return new JudgedEpisode(component, episode, outcome, failures[next]);
        }
        boolean observed = observedUntil != BEFORE_ALL && start <= observedUntil - reach;
        EpisodeOutcome outcome = observed ? EpisodeOutcome.FALSE : EpisodeOutcome.UNDETERMINED;
        return new JudgedEpisode(component, episode, outcome, JudgedEpisode.NONE);
    }

    private JudgedFailure judge(int index, List<Episode> episodes) {
        long time = failures[index];
        long open = windowStart(index);
        if (rows.count(open, time - lead) == 0) {
            return new JudgedFailure(component, time, FailureOutcome.NOT_SEEN, JudgedFailure.NONE);
        }
        FailureOutcome outcome = FailureOutcome.MISSED;
        for (Episode episode : episodes) {
            long start = episode.startMicros();
            if (start > open && start <= time - lead) {
                return new JudgedFailure(component, time, FailureOutcome.DETECTED, start);
            }
            if (start > previous(index) && start <= open && episode.endMicros() > open) {
                outcome = FailureOutcome.EARLY;
            } else if (start > time - lead && start <= time && start > open && outcome == FailureOutcome.MISSED) {
                outcome = FailureOutcome.LATE;
            }
        }
        return new JudgedFailure(component, time, outcome, JudgedFailure.NONE);
    }

    /** The open end of the window; the previous failure cuts it, as alarms up to then were about that one. */
    private long windowStart(int index) {
        return Math.max(failures[index] - reach, previous(index));
    }

    private long previous(int index) {
        return index == 0 ? BEFORE_ALL : failures[index - 1];
    }
}
