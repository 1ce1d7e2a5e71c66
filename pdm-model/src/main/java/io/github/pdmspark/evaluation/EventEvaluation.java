package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Micros;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
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

    /**
     * The verdict on one policy for every group of machines, by attribute in order and value by name; the groups of one attribute
     * add up to the fleet. Runs one Spark job.
     */
    public List<GroupEvents> judgeBy(AlarmPolicy policy, MachineGroups groups) {
        SweepPlan plan = plan(List.of(new Rule.ByScore(policy)));
        List<Dataset<Row>> parts = parts(plan);
        for (int i = 0; i < groups.attributes().size(); i++) {
            parts.add(SweepInput.groups(groups.parts().get(i), i));
        }
        SortedMap<Integer, SortedMap<String, EventTally>> tallies = new TreeMap<>();
        SweepOutput.groupTallies(
                        SweepInput.sorted(parts), plan, groups.attributes().size())
                .collectAsList()
                .forEach(row -> tallies.computeIfAbsent(row.getInt(0), attribute -> new TreeMap<>())
                        .computeIfAbsent(
                                row.getString(1),
                                value -> new EventTally(plan.components().size()))
                        .add(row));
        String rule = plan.rules().get(0).name();
        List<GroupEvents> verdicts = new ArrayList<>();
        tallies.forEach((attribute, values) -> values.forEach((value, tally) -> verdicts.add(
                new GroupEvents(groups.attributes().get(attribute), value, tally.metrics(rule, input.components())))));
        return verdicts;
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

    /**
     * What the policy cost beside the baselines; the savings are against the cheapest of them. Runs one Spark job; brings one
     * small row to the driver for each machine and rule that had a failure or an alarm.
     */
    public CostReport costs(AlarmPolicy policy, Baselines baselines, CostModel model) {
        List<Rule> rules = Stream.concat(Stream.of(new Rule.ByScore(policy)), baselines.rules().stream())
                .toList();
        return new CostComparison(rules, collect(rules, rules.size()), model).report(SEED);
    }

    /**
     * This evaluation as the champion beside that of a challenger: differences with intervals that draw the same machines for
     * both. Runs two Spark jobs; brings one small row to the driver for each machine that had a failure or an alarm.
     *
     * @throws IllegalArgumentException if the two do not judge the same components, times and scored rows
     */
    public EventComparison compare(
            AlarmPolicy policy, EventEvaluation challenger, AlarmPolicy challengerPolicy, CostModel costs) {
        requireSame("components", input.components(), challenger.input.components());
        requireSame("range", input.range(), challenger.input.range());
        requireSame("step", input.step(), challenger.input.step());
        requireSame("actionable window", input.window(), challenger.input.window());
        requireSame("scope of failures", input.scope(), challenger.input.scope());
        List<Rule> first = List.of(new Rule.ByScore(policy));
        List<Rule> second = List.of(new Rule.ByScore(challengerPolicy));
        MachineTallies ofChampion = collect(first, 1);
        MachineTallies ofChallenger = challenger.collect(second, 1);
        requireSame(
                "scored machines",
                ofChampion.total(0).machines(),
                ofChallenger.total(0).machines());
        requireSame(
                "scored machine-years",
                ofChampion.total(0).scoredYears(),
                ofChallenger.total(0).scoredYears());
        EventMetrics champion = metrics(ofChampion, first).get(0);
        EventMetrics other = metrics(ofChallenger, second).get(0);
        List<EventComparison.Difference> differences =
                new PairedBootstrap(ofChampion, ofChallenger, costs).differences(SEED);
        return new EventComparison(
                champion,
                other,
                costs.of(champion),
                costs.of(other),
                differences.get(0),
                differences.get(1),
                differences.get(2));
    }

    private static void requireSame(String what, Object champion, Object challenger) {
        if (!champion.equals(challenger)) {
            throw new IllegalArgumentException("Champion and challenger are not judged alike: the " + what
                    + " of the first is " + champion + ", of the second " + challenger + ".");
        }
    }

    /** The policy with bootstrap intervals, then the other rules without, all in one job. */
    List<EventMetrics> judge(AlarmPolicy policy, List<Rule> others) {
        List<Rule> rules = Stream.concat(Stream.of(new Rule.ByScore(policy)), others.stream())
                .toList();
        MachineTallies tallies = collect(rules, 1);
        List<EventMetrics> metrics = new ArrayList<>(metrics(tallies, rules));
        metrics.set(0, metrics.get(0).withBootstrap(MachineBootstrap.intervals(tallies.ofRule(0), SEED)));
        return metrics;
    }

    /** Any number of rules in one job; brings a few numbers per rule and partition, and every lead time, to the driver. */
    List<EventMetrics> judgeAll(List<? extends Rule> rules) {
        List<Rule> all = List.copyOf(rules);
        return metrics(collect(all, 0), all);
    }

    EventInput input() {
        return input;
    }

    private List<EventMetrics> metrics(MachineTallies tallies, List<Rule> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> tallies.total(i).metrics(rules.get(i).name(), input.components()))
                .toList();
    }

    private MachineTallies collect(List<Rule> rules, int singled) {
        SweepPlan plan = plan(rules);
        MachineTallies tallies = new MachineTallies(plan.components().size(), rules.size());
        SweepOutput.tallies(sorted(plan), plan, singled).collectAsList().forEach(tallies::add);
        return tallies;
    }

    private SweepPlan plan(List<Rule> rules) {
        return SweepPlan.of(
                input.components(), input.window(), input.scope(), input.range(), Micros.of(input.step()), rules);
    }

    private Dataset<Row> sorted(SweepPlan plan) {
        return SweepInput.sorted(parts(plan));
    }

    private List<Dataset<Row>> parts(SweepPlan plan) {
        List<Dataset<Row>> parts = new ArrayList<>();
        parts.add(SweepInput.scores(input.scores(), plan));
        parts.add(SweepInput.ends(input.ends(), EventEvaluationBuilder.END_OF_OBSERVATION));
        parts.add(SweepInput.events(input.failures(), SweepInput.FAILURE, Columns.COMPONENT));
        input.maintenance()
                .ifPresent(table -> parts.add(SweepInput.events(table, SweepInput.MAINTENANCE, Columns.COMPONENT)));
        input.errors().ifPresent(table -> parts.add(SweepInput.events(table, SweepInput.ERROR, Columns.CODE)));
        return parts;
    }
}
