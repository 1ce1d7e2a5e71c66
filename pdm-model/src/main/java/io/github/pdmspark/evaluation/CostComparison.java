package io.github.pdmspark.evaluation;

import io.github.pdmspark.evaluation.CostReport.RuleCost;
import io.github.pdmspark.evaluation.CostReport.Savings;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares the cost of the first rule with that of the others. */
final class CostComparison {

    private final List<Rule> rules;
    private final MachineTallies tallies;
    private final CostModel model;

    CostComparison(List<Rule> rules, MachineTallies tallies, CostModel model) {
        this.rules = rules;
        this.tallies = tallies;
        this.model = model;
    }

    CostReport report(long seed) {
        List<RuleCost> costs = IntStream.range(0, rules.size())
                .mapToObj(i -> new RuleCost(rules.get(i).name(), cost(tallies.total(i))))
                .toList();
        int best = IntStream.range(1, costs.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> costs.get(i).cost().total()))
                .orElseThrow();
        return new CostReport(costs.get(0), costs.subList(1, costs.size()), savings(costs, best, seed));
    }

    private Savings savings(List<RuleCost> costs, int best, long seed) {
        double spent = costs.get(0).cost().total();
        double reference = costs.get(best).cost().total();
        TreeSet<String> names = new TreeSet<>(tallies.byName(0).keySet());
        names.addAll(tallies.byName(best).keySet());
        return new Savings(
                costs.get(best).rule(),
                Metric.ratio(reference - spent, reference, "'" + costs.get(best).rule() + "' cost nothing"),
                SavingsBootstrap.interval(
                        byMachine(0, names),
                        byMachine(best, names),
                        tallies.total(0).machines(),
                        seed),
                Metric.ratio(reference - spent, costs.get(0).cost().machineYears(), "no machine time was scored"));
    }

    private double[] byMachine(int rule, Set<String> names) {
        SortedMap<String, EventTally> machines = tallies.byName(rule);
        return names.stream().mapToDouble(name -> total(machines.get(name))).toArray();
    }

    private double total(@Nullable EventTally machine) {
        return machine == null ? 0 : cost(machine).total();
    }

    private Cost cost(EventTally tally) {
        return model.of(tally.counts(), DoubleStream.of(tally.leads()).sum(), tally.scoredYears());
    }
}
