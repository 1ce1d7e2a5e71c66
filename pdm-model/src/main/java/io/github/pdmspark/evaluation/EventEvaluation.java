package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Micros;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Judges alarms by failures. Every answer is one pass over the scores: bring them materialised when scoring is costly.
 *
 * <p>An alarm is reset by repairs and failures as soon as they are visible: {@code event_time < as_of} and {@code known_at <=
 * as_of}; a score at the very instant of a failure still belongs to the time before it.
 */
public final class EventEvaluation {

    private static final long SEED = 20_151_115L;

    private final EventInput input;

    EventEvaluation(EventInput input) {
        this.input = input;
    }

    /** Starts an evaluation. */
    public static EventEvaluationBuilder builder() {
        return new EventEvaluationBuilder();
    }

    /**
     * The verdict on one policy. Runs one Spark job; brings one small row to the driver for each machine that had a failure or
     * an alarm.
     */
    public EventMetrics judge(AlarmPolicy policy) {
        return judge(policy, List.of()).get(0);
    }

    /** One row per failure in scope: machine_id, component, failed_at, outcome, warned_at, lead_hours. Lazy. */
    public Dataset<Row> failures(AlarmPolicy policy) {
        SweepPlan plan = plan(List.of(new Rule.ByScore(policy)));
        return SweepOutput.failures(sorted(plan), plan);
    }

    /** One row per episode: machine_id, component, started_at, ended_at (null = still on), outcome, failed_at. Lazy. */
    public Dataset<Row> episodes(AlarmPolicy policy) {
        SweepPlan plan = plan(List.of(new Rule.ByScore(policy)));
        return SweepOutput.episodes(sorted(plan), plan);
    }

    /** The policy with bootstrap intervals, then the other rules without, all in one job. */
    List<EventMetrics> judge(AlarmPolicy policy, List<Rule> others) {
        List<Rule> rules = Stream.concat(Stream.of(new Rule.ByScore(policy)), others.stream())
                .toList();
        List<EventTally> machines = new ArrayList<>();
        List<EventMetrics> metrics = new ArrayList<>(collect(rules, 1, machines));
        metrics.set(0, metrics.get(0).withBootstrap(MachineBootstrap.intervals(machines, SEED)));
        return metrics;
    }

    /** Any number of rules in one job; brings a few numbers per rule and partition, and every lead time, to the driver. */
    List<EventMetrics> judgeAll(List<? extends Rule> rules) {
        return collect(List.copyOf(rules), 0, new ArrayList<>());
    }

    EventInput input() {
        return input;
    }

    private List<EventMetrics> collect(List<Rule> rules, int singled, List<EventTally> machines) {
        SweepPlan plan = plan(rules);
        int components = plan.components().size();
        List<EventTally> totals = Stream.generate(() -> new EventTally(components))
                .limit(rules.size())
                .toList();
        List<Row> rows = SweepOutput.tallies(sorted(plan), plan, singled).collectAsList();
        rows.forEach(row -> totals.get(row.getInt(0)).add(row));
        // The partitioning decides the order of arrival; the bootstrap must not depend on it.
        rows.stream()
                .filter(row -> !row.isNullAt(1))
                .sorted(Comparator.comparing(row -> row.getString(1)))
                .forEach(row -> machines.add(new EventTally(components).add(row)));
        return Stream.iterate(0, i -> i + 1)
                .limit(rules.size())
                .map(i -> totals.get(i).metrics(rules.get(i).name(), plan.components()))
                .toList();
    }

    private SweepPlan plan(List<Rule> rules) {
        return SweepPlan.of(
                input.components(), input.window(), input.scope(), input.range(), Micros.of(input.step()), rules);
    }

    private Dataset<Row> sorted(SweepPlan plan) {
        List<Dataset<Row>> parts = new ArrayList<>();
        parts.add(SweepInput.scores(input.scores(), plan));
        parts.add(SweepInput.ends(input.ends(), EventEvaluationBuilder.END_OF_OBSERVATION));
        parts.add(SweepInput.events(input.failures(), SweepInput.FAILURE, Columns.COMPONENT));
        input.maintenance()
                .ifPresent(table -> parts.add(SweepInput.events(table, SweepInput.MAINTENANCE, Columns.COMPONENT)));
        input.errors().ifPresent(table -> parts.add(SweepInput.events(table, SweepInput.ERROR, Columns.CODE)));
        return SweepInput.sorted(parts);
    }
}
