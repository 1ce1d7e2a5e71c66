package io.github.pdmspark.benchmark.scenario;

import io.github.pdmspark.benchmark.cost.Cost;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One question about the growth of costs.
 *
 * @param name short name
 * @param claim what the numbers have to show
 * @param variants what is measured, the one that the others are compared with first
 * @param units how much each variant does, such as machines; costs are compared per unit
 */
public record Scenario(String name, String claim, Map<String, Supplier<Cost>> variants, Map<String, Double> units) {

    /** A scenario without variants. */
    static Scenario of(String name, String claim) {
        return new Scenario(name, claim, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** Adds a variant. */
    Scenario with(String variant, double size, Runnable computation) {
        return measured(variant, size, () -> Cost.of(computation));
    }

    /** Adds a variant that measures itself. */
    Scenario measured(String variant, double size, Supplier<Cost> cost) {
        variants.put(variant, cost);
        units.put(variant, size);
        return this;
    }

    /** The variants in their order. */
    public List<String> names() {
        return List.copyOf(variants.keySet());
    }
}
