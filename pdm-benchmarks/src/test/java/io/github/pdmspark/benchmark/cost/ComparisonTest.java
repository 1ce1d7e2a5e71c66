package io.github.pdmspark.benchmark.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pdmspark.benchmark.page.Markdown;
import io.github.pdmspark.benchmark.page.Results;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void enginesTakeTurnsAndWarmUpDoesNotCount() {
        List<String> order = new ArrayList<>();
        Map<String, Supplier<Cost>> computations = new LinkedHashMap<>();
        computations.put("a", () -> noted(order, "a"));
        computations.put("b", () -> noted(order, "b"));

        Comparison comparison = Comparison.of(computations, 1, 2);

        assertThat(order).containsExactly("a", "b", "a", "b", "a", "b");
        assertThat(comparison.costs().get("a")).hasSize(2);
    }

    @Test
    void ratiosAreMediansOfPairsAndPerUnit() {
        Comparison comparison = comparison(List.of(1.0, 10.0, 2.0), List.of(2.0, 40.0, 2.0));

        assertThat(comparison.cpuRatio("b", "a")).isEqualTo(2);
        JsonNode table = new Results(Map.of("machine", "small"))
                .add("Title", List.of("a", "b"), comparison, Map.of("a", 1.0, "b", 4.0));
        assertThat(Markdown.table(table)).contains("## Title", "| b | 2.00 | 4.00 | 0.50x | 0.50x |");
    }

    private static Comparison comparison(List<Double> first, List<Double> second) {
        Iterator<Double> a = first.iterator();
        Iterator<Double> b = second.iterator();
        Map<String, Supplier<Cost>> computations = new LinkedHashMap<>();
        computations.put("a", () -> cost(a.next()));
        computations.put("b", () -> cost(b.next()));
        return Comparison.of(computations, 0, first.size());
    }

    private static Cost noted(List<String> order, String name) {
        order.add(name);
        return cost(1);
    }

    private static Cost cost(double cpuSeconds) {
        return new Cost(cpuSeconds, 2 * cpuSeconds);
    }
}
