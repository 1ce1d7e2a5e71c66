package io.github.pdmspark.benchmark.cost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The costs of several computations, measured in turns: round by round one after the other, so that a slow minute of the
 * machine hits all of them.
 *
 * @param costs by name, one per round
 */
public record Comparison(Map<String, List<Cost>> costs) {

    /** Runs every computation once per round after {@code warmup} rounds that do not count. */
    public static Comparison of(Map<String, Supplier<Cost>> computations, int warmup, int rounds) {
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = -warmup; round < rounds; round++) {
            for (Map.Entry<String, Supplier<Cost>> each : computations.entrySet()) {
                Cost cost = each.getValue().get();
                if (round >= 0) {
                    costs.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                            .add(cost);
                }
            }
        }
        return new Comparison(costs);
    }

    /** Median CPU seconds. */
    public double cpu(String name) {
        return median(of(name).stream().map(Cost::cpuSeconds).toList());
    }

    /** Median wall seconds. */
    public double wall(String name) {
        return median(of(name).stream().map(Cost::wallSeconds).toList());
    }

    /** Median over the rounds of the CPU of one beside the CPU of another in the same round. */
    public double cpuRatio(String name, String other) {
        return ratio(name, other, Cost::cpuSeconds);
    }

    /** The same for wall time. */
    public double wallRatio(String name, String other) {
        return ratio(name, other, Cost::wallSeconds);
    }

    private double ratio(String name, String other, ToDoubleFunction<Cost> part) {
        List<Cost> above = of(name);
        List<Cost> below = of(other);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < Math.min(above.size(), below.size()); round++) {
            ratios.add(part.applyAsDouble(above.get(round)) / part.applyAsDouble(below.get(round)));
        }
        return median(ratios);
    }

    private List<Cost> of(String name) {
        return costs.getOrDefault(name, List.of());
    }

    private static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
