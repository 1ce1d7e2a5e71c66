package io.github.pdmspark.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Percentile bootstrap over machines: the machines that had a failure or an alarm are drawn again, with replacement, and the
 * median lead and event precision computed anew. Machines and not failures are drawn, as those of one machine are alike.
 */
final class MachineBootstrap {

    private static final int DRAWS = 1_000;
    private static final int FEWEST_MACHINES = 2;
    private static final double TAIL = 0.025;

    private final List<EventTally> machines;
    private final int[] ownerOfLead;
    private final double[] leads;

    private MachineBootstrap(List<EventTally> machines) {
        this.machines = machines;
        List<double[]> pairs = IntStream.range(0, machines.size())
                .boxed()
                .flatMap(i -> Arrays.stream(machines.get(i).leads()).mapToObj(lead -> new double[] {lead, i}))
                .sorted(Comparator.comparingDouble((double[] pair) -> pair[0]))
                .toList();
        this.leads = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
        this.ownerOfLead = pairs.stream().mapToInt(pair -> (int) pair[1]).toArray();
    }

    /** Intervals by the names of {@link EventMetrics}; a number that no draw defines, or fewer than two machines, give none. */
    static Map<String, Interval> intervals(List<EventTally> machines, long seed) {
        if (machines.size() < FEWEST_MACHINES) {
            return Map.of();
        }
        return new MachineBootstrap(machines).draw(new Random(seed));
    }

    private Map<String, Interval> draw(Random random) {
        double[] medians = new double[DRAWS];
        double[] precisions = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            int[] times = new int[machines.size()];
            for (int j = 0; j < times.length; j++) {
                times[random.nextInt(times.length)]++;
            }
            medians[i] = median(times);
            precisions[i] = precision(times);
        }
        Map<String, Interval> intervals = new HashMap<>();
        put(intervals, EventMetrics.MEDIAN_LEAD, medians);
        put(intervals, EventMetrics.PRECISION, precisions);
        return intervals;
    }

    private static void put(Map<String, Interval> intervals, String name, double[] draws) {
        double[] sorted = Arrays.stream(draws)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        if (sorted.length > 0) {
            double low = LeadTimes.quantile(sorted, TAIL).value().orElseThrow();
            double high = LeadTimes.quantile(sorted, 1 - TAIL).value().orElseThrow();
            intervals.put(name, new Interval(low, high));
        }
    }

    private double median(int[] times) {
        double[] drawn = IntStream.range(0, leads.length)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, times[ownerOfLead[i]]).mapToDouble(j -> leads[i]))
                .toArray();
        return LeadTimes.quantile(drawn, 0.5).value().orElse(Double.NaN);
    }

    private double precision(int[] times) {
        long right = 0;
        long wrong = 0;
        for (int i = 0; i < times.length; i++) {
            right += times[i] * machines.get(i).counts().trueEpisodes();
            wrong += times[i] * machines.get(i).counts().falseEpisodes();
        }
        return right + wrong == 0 ? Double.NaN : (double) right / (right + wrong);
    }
}
