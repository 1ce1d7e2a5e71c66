package io.github.pdmspark.evaluation;

import io.github.pdmspark.evaluation.EventComparison.Difference;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Percentile bootstrap of the differences of two rules: whole machines are drawn, with replacement, the same ones for both.
 * The scored time is that of the fleet in every draw.
 */
final class PairedBootstrap {

    private static final int DRAWS = 1_000;
    private static final int FEWEST_MACHINES = 2;
    private static final double TAIL = 0.025;
    private static final int FAILURES = 0;
    private static final int DETECTED = 1;
    private static final int FALSE_ALARMS = 2;
    private static final int COST = 3;

    private final double[][] machines;
    private final long fleet;
    private final double years;

    /** Machines that had neither a failure nor an alarm count with zeros. */
    PairedBootstrap(MachineTallies champion, MachineTallies challenger, CostModel costs) {
        SortedMap<String, EventTally> first = champion.byName(0);
        SortedMap<String, EventTally> second = challenger.byName(0);
        TreeSet<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        machines = names.stream()
                .map(name -> differences(first.get(name), second.get(name), costs))
                .toArray(double[][]::new);
        // A machine that failed without being scored is named, but not among the scored ones.
        fleet = Math.max(champion.total(0).machines(), machines.length);
        years = champion.total(0).scoredYears();
    }

    private static double[] differences(
            @Nullable EventTally champion, @Nullable EventTally challenger, CostModel costs) {
        double[] before = numbers(champion, costs);
        double[] after = numbers(challenger, costs);
        double failures = Math.max(before[FAILURES], after[FAILURES]);
        return new double[] {
            failures,
            after[DETECTED] - before[DETECTED],
            after[FALSE_ALARMS] - before[FALSE_ALARMS],
            after[COST] - before[COST]
        };
    }

    private static double[] numbers(@Nullable EventTally machine, CostModel costs) {
        if (machine == null) {
            return new double[4];
        }
        EventCounts counts = machine.counts();
        double leads = Arrays.stream(machine.leads()).sum();
        return new double[] {
            counts.failures(),
            counts.detected(),
            counts.falseEpisodes(),
            costs.of(counts, leads, 0).total()
        };
    }

    /** Differences of detection, false alarms per machine-year and cost per machine-year. */
    List<Difference> differences(long seed) {
        double[] all = new double[4];
        for (double[] machine : machines) {
            add(machine, all);
        }
        double[][] draws = new double[DRAWS][];
        Random random = new Random(seed);
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = draw(random);
        }
        String noFailures = "there are no failures";
        String noTime = "no machine time was scored";
        return List.of(
                difference(Metric.ratio(all[DETECTED], all[FAILURES], noFailures), draws, DETECTED),
                difference(Metric.ratio(all[FALSE_ALARMS], years, noTime), draws, FALSE_ALARMS),
                difference(Metric.ratio(all[COST], years, noTime), draws, COST));
    }

    private double[] draw(Random random) {
        double[] sums = new double[4];
        for (long i = 0; i < fleet; i++) {
            long machine = random.nextLong(fleet);
            if (machine < machines.length) {
                add(machines[(int) machine], sums);
            }
        }
        return sums;
    }

    private static void add(double[] machine, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += machine[i];
        }
    }

    private Difference difference(Metric value, double[][] draws, int number) {
        double[] sorted = Arrays.stream(draws)
                .mapToDouble(sums -> sums[number] / (number == DETECTED ? sums[FAILURES] : years))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (fleet < FEWEST_MACHINES || sorted.length == 0) {
            return new Difference(value, Optional.empty());
        }
        return new Difference(
                value,
                Optional.of(new Interval(
                        LeadTimes.quantile(sorted, TAIL).value().orElseThrow(),
                        LeadTimes.quantile(sorted, 1 - TAIL).value().orElseThrow())));
    }
}
