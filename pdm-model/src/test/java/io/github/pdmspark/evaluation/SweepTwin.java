package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.alarm.AlarmScope;
import io.github.pdmspark.alarm.Episode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The event outcomes of one machine once more, slowly: every question is asked of all records. */
final class SweepTwin {

    private final MachineStory story;
    private final AlarmPolicy policy;
    private final int component;
    private final long lead;
    private final long reach;

    SweepTwin(MachineStory story, AlarmPolicy policy, int component, long lead, long within) {
        this.story = story;
        this.policy = policy;
        this.component = component;
        this.lead = lead;
        this.reach = lead + within;
    }

    /** Times at which the alarm is on, one after the other, cut into episodes wherever it was off or reset between. */
    List<Episode> episodes() {
        List<Episode> episodes = new ArrayList<>();
        long start = -1;
        long lastOn = -1;
        boolean on = false;
        long end = Episode.STILL_ON;
        for (MachineStory.Scored row : story.rows) {
            long reset = lastReset(row.asOf());
            if (start >= 0 && reset >= lastOn && resetBetween(lastOn, row.asOf())) {
                episodes.add(new Episode(start, on ? firstReset(lastOn, row.asOf()) : end));
                start = -1;
                on = false;
            }
            double score = score(row);
            if (ignored(row) || Double.isNaN(score)) {
                continue;
            }
            if (on && score < policy.release()) {
                on = false;
                end = row.asOf();
            } else if (on) {
                lastOn = row.asOf();
            } else if (score >= policy.threshold() && highOfLast(row.asOf()) >= policy.k()) {
                if (start >= 0 && row.asOf() - lastOn > policy.cooldown().toNanos() / 1_000) {
                    episodes.add(new Episode(start, end));
                    start = -1;
                }
                start = start < 0 ? row.asOf() : start;
                on = true;
                lastOn = row.asOf();
            }
        }
        if (start >= 0) {
            long after = firstReset(lastOn, Long.MAX_VALUE);
            episodes.add(new Episode(start, on ? (after < 0 ? Episode.STILL_ON : after) : end));
        }
        return episodes;
    }

    List<JudgedFailure> failures(long from, long until) {
        List<Episode> episodes = episodes();
        return times().filter(t -> t >= from && t < until)
                .mapToObj(t -> judge(t, episodes))
                .toList();
    }

    EpisodeOutcome outcome(Episode episode) {
        long start = episode.startMicros();
        long next = times().filter(t -> t >= start).min().orElse(Long.MAX_VALUE);
        if (start + lead <= next && next < start + reach) {
            return EpisodeOutcome.TRUE;
        }
        if (next < start + lead) {
            return EpisodeOutcome.LATE;
        }
        return start + reach <= story.observedUntil ? EpisodeOutcome.FALSE : EpisodeOutcome.UNDETERMINED;
    }

    /** Rows of one microsecond in which an alarm would be false. */
    long quiet() {
        return story.rows.stream()
                .map(row -> new Episode(row.asOf(), row.asOf()))
                .filter(start -> outcome(start) == EpisodeOutcome.FALSE)
                .count();
    }

    private JudgedFailure judge(long failure, List<Episode> episodes) {
        long previous = times().filter(t -> t < failure).max().orElse(-1);
        LongStream seen = story.rows.stream()
                .mapToLong(MachineStory.Scored::asOf)
                .filter(t -> t > previous && t > failure - reach && t <= failure - lead);
        List<Episode> about =
                episodes.stream().filter(e -> e.startMicros() > previous).toList();
        long[] starts = about.stream()
                .mapToLong(Episode::startMicros)
                .filter(t -> t > failure - reach && t <= failure - lead)
                .toArray();
        FailureOutcome outcome;
        if (seen.count() == 0) {
            outcome = FailureOutcome.NOT_SEEN;
        } else if (starts.length > 0) {
            return new JudgedFailure(component, failure, FailureOutcome.DETECTED, starts[0]);
        } else if (about.stream()
                .anyMatch(e -> e.startMicros() <= failure - reach && e.endMicros() > failure - reach)) {
            outcome = FailureOutcome.EARLY;
        } else if (about.stream().anyMatch(e -> e.startMicros() > failure - lead && e.startMicros() <= failure)) {
            outcome = FailureOutcome.LATE;
        } else {
            outcome = FailureOutcome.MISSED;
        }
        return new JudgedFailure(component, failure, outcome, JudgedFailure.NONE);
    }

    private LongStream times() {
        return story.failures.stream()
                .filter(f -> f.component() == component)
                .mapToLong(MachineStory.Happening::event)
                .distinct()
                .sorted();
    }

    private double score(MachineStory.Scored row) {
        double score = row.scores().get(component);
        boolean beaten = row.scores().stream().anyMatch(other -> other > score);
        return policy.scope() == AlarmScope.TOP_COMPONENT && beaten ? 0 : score;
    }

    private boolean ignored(MachineStory.Scored row) {
        long cooldown = policy.cooldown().toNanos() / 1_000;
        return cooldown > 0 && row.asOf() - lastReset(row.asOf()) <= cooldown;
    }

    private long highOfLast(long asOf) {
        long reset = lastReset(asOf);
        List<Double> scores = story.rows.stream()
                .filter(row -> row.asOf() <= asOf && lastReset(row.asOf()) == reset && sameResets(row.asOf(), asOf))
                .filter(row -> !ignored(row))
                .map(this::score)
                .filter(score -> !Double.isNaN(score))
                .toList();
        return scores.subList(Math.max(0, scores.size() - policy.n()), scores.size()).stream()
                .filter(score -> score >= policy.threshold())
                .count();
    }

    private boolean sameResets(long first, long second) {
        return visible(first).count() == visible(second).count();
    }

    private boolean resetBetween(long first, long second) {
        return !sameResets(first, second);
    }

    /** When the latest record that is visible at {@code asOf} took effect. */
    private long lastReset(long asOf) {
        return visible(asOf).mapToLong(SweepTwin::effect).max().orElse(-1_000_000);
    }

    /** The effect of the first record that is visible at {@code until} but was not at {@code since}; -1 for none. */
    private long firstReset(long since, long until) {
        return visible(until)
                .filter(h -> !(h.event() < since && h.known() <= since))
                .mapToLong(SweepTwin::effect)
                .min()
                .orElse(-1);
    }

    private Stream<MachineStory.Happening> visible(long asOf) {
        return Stream.concat(story.failures.stream(), story.repairs.stream())
                .filter(h -> h.component() == component && h.event() < asOf && h.known() <= asOf);
    }

    private static long effect(MachineStory.Happening happening) {
        return Math.max(happening.event(), happening.known());
    }
}
