package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.Episode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One pass over one machine for any number of rules. Fed in the order in which things become visible: what happened before
 * {@code asOf} and is known by then comes before the row of {@code asOf}, everything else after it. Times in microseconds.
 */
final class MachineSweep {

    static final long UNKNOWN_END = Long.MIN_VALUE;

    private final SweepPlan plan;
    private final List<Detector> detectors;
    private final List<TreeSet<Long>> failures;
    private final ScoredRows rows;
    private long observedUntil = UNKNOWN_END;

    MachineSweep(SweepPlan plan) {
        this.plan = plan;
        int components = plan.components().size();
        this.detectors =
                plan.rules().stream().map(rule -> rule.detector(components)).toList();
        this.failures = IntStream.range(0, components)
                .mapToObj(component -> new TreeSet<Long>())
                .toList();
        this.rows = new ScoredRows(plan.stepMicros(), plan.endMicros());
    }

    /** The end of observation of the machine; without it no alarm can be proven false. */
    void observedUntil(long time) {
        observedUntil = time;
    }

    /** A failure of a component: the truth, and once visible a renewal. */
    void failure(int component, long event, long visible) {
        failures.get(component).add(event);
        renewal(component, event, visible);
    }

    /** A repair or replacement of a component. */
    void renewal(int component, long event, long visible) {
        detectors.forEach(detector -> detector.renewal(component, event, visible));
    }

    /** An error. */
    void error(String code, long event) {
        detectors.forEach(detector -> detector.error(code, event));
    }

    /** A scored row inside the range. */
    void score(long asOf, double[] scores) {
        rows.add(asOf);
        detectors.forEach(detector -> detector.score(asOf, scores));
    }

    /** The verdict, after everything was fed. */
    MachineResult finish() {
        rows.complete();
        List<EventJudge> judges = new ArrayList<>();
        List<Long> quiet = new ArrayList<>();
        for (int component = 0; component < failures.size(); component++) {
            long[] times =
                    failures.get(component).stream().mapToLong(Long::longValue).toArray();
            EventJudge judge = new EventJudge(component, plan.window(), times, rows, observedUntil);
            judges.add(judge);
            quiet.add(judge.quietMicros());
        }
        List<RuleResult> results =
                detectors.stream().map(detector -> result(detector, judges)).toList();
        return new MachineResult(rows.micros(), quiet, results);
    }

    private RuleResult result(Detector detector, List<EventJudge> judges) {
        List<JudgedFailure> judgedFailures = new ArrayList<>();
        List<JudgedEpisode> judgedEpisodes = new ArrayList<>();
        for (int component = 0; component < judges.size(); component++) {
            List<Episode> episodes = detector.episodes(component);
            EventJudge judge = judges.get(component);
            judgedFailures.addAll(judge.failures(episodes, plan.firstFailure(), plan.endMicros()));
            judgedEpisodes.addAll(judge.episodes(episodes));
        }
        return new RuleResult(judgedFailures, judgedEpisodes);
    }

    /**
     * Everything about one machine.
     *
     * @param scoredMicros time that its scored rows stand for
     * @param quietByComponent the part of it in which an alarm would be false
     * @param rules one result per rule, in their order
     */
    record MachineResult(long scoredMicros, List<Long> quietByComponent, List<RuleResult> rules) {}

    /** The failures in scope and all episodes of one rule, by component. */
    record RuleResult(List<JudgedFailure> failures, List<JudgedEpisode> episodes) {

        boolean isEmpty() {
            return failures.isEmpty() && episodes.isEmpty();
        }
    }
}
