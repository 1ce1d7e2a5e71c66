package io.github.pdmspark.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A machine for tests: what happened when, in microseconds; told to a sweep in the order in which it becomes visible. */
final class MachineStory {

    static final long START = 0;
    static final long END = 1_000;

    record Happening(int component, long event, long known) {}

    record Scored(long asOf, List<Double> scores) {}

    final List<Happening> failures = new ArrayList<>();
    final List<Happening> repairs = new ArrayList<>();
    final List<Scored> rows = new ArrayList<>();
    long observedUntil = END;

    MachineStory failure(int component, long event) {
        failures.add(new Happening(component, event, event));
        return this;
    }

    MachineStory repair(int component, long event, long known) {
        repairs.add(new Happening(component, event, known));
        return this;
    }

    MachineStory row(long asOf, double... scores) {
        rows.add(new Scored(asOf, java.util.Arrays.stream(scores).boxed().toList()));
        return this;
    }

    /** A row at every time of {@code [from, until)} with the same scores. */
    MachineStory rows(long from, long until, double... scores) {
        for (long asOf = from; asOf < until; asOf++) {
            row(asOf, scores);
        }
        return this;
    }

    MachineStory observedUntil(long time) {
        observedUntil = time;
        return this;
    }

    static SweepPlan plan(int components, long lead, long within, FailureScope scope, List<Rule> rules) {
        List<String> names = List.of("c0", "c1", "c2").subList(0, components);
        MatchWindow window = new MatchWindow(micros(lead), micros(within));
        return new SweepPlan(names, window, scope, START, END, 1, rules);
    }

    static Duration micros(long count) {
        return Duration.ofNanos(count * 1_000);
    }

    MachineSweep.MachineResult sweep(SweepPlan plan) {
        MachineSweep sweep = new MachineSweep(plan);
        sweep.observedUntil(observedUntil);
        record Step(long time, boolean score, long effect, Runnable telling) {}
        List<Step> steps = new ArrayList<>();
        failures.forEach(f -> steps.add(
                new Step(visible(f), false, effect(f), () -> sweep.failure(f.component(), f.event(), effect(f)))));
        repairs.forEach(r -> steps.add(
                new Step(visible(r), false, effect(r), () -> sweep.renewal(r.component(), r.event(), effect(r)))));
        rows.forEach(row -> steps.add(new Step(
                row.asOf(),
                true,
                row.asOf(),
                () -> sweep.score(
                        row.asOf(),
                        row.scores().stream().mapToDouble(Double::doubleValue).toArray()))));
        steps.stream()
                .sorted(Comparator.comparingLong(Step::time)
                        .thenComparing(Step::score)
                        .thenComparingLong(Step::effect))
                .forEach(step -> step.telling().run());
        return sweep.finish();
    }

    private static long effect(Happening happening) {
        return Math.max(happening.known(), happening.event());
    }

    private static long visible(Happening happening) {
        return Math.max(happening.known(), happening.event() + 1);
    }
}
