package io.github.pdmspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.kernel.Fleet.Features;
import io.github.pdmspark.kernel.Fleet.RowKey;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** P11: the kernel equals nested loops over all records on random fleets. */
class OracleTest {

    @Test
    void kernelEqualsNaiveOracleOn100RandomFleets() {
        Map<String, Integer> statuses = compare(0, 100);

        assertThat(statuses).containsKeys("OK", "SUSPENDED", "INSUFFICIENT_HISTORY", "LOW_COVERAGE", "NO_TELEMETRY");
        assertThat(statuses.values()).allMatch(count -> count > 100);
    }

    @Test
    @Tag("slow")
    void kernelEqualsNaiveOracleOn400MoreFleets() {
        assertThat(compare(100, 500)).isNotEmpty();
    }

    private static Map<String, Integer> compare(int from, int to) {
        Map<String, Integer> statuses = new TreeMap<>();
        for (int seed = from; seed < to; seed++) {
            RandomFleets random = new RandomFleets(seed);
            Fleet fleet = random.fleet();
            FeatureSpec spec = random.spec(fleet);
            SweepRange range = random.range();
            Map<RowKey, Features> expected = new NaiveOracle().run(fleet, spec, range);
            Engine kernel = new KernelEngine(seed, 1 + seed % 5, seed % 2 == 0 ? 4_000 : Long.MAX_VALUE);

            FeatureComparison.assertClose(
                    kernel.run(fleet, spec, range), expected, spec, 1e-12, fleet.largestValue(spec));
            expected.values().forEach(row -> statuses.merge(row.status(), 1, Integer::sum));
        }
        return statuses;
    }
}
