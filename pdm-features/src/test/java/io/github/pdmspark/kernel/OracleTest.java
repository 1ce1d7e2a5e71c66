package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.FeatureSpec;
import org.junit.jupiter.api.Test;

/** P11: the kernel equals nested loops over all records on 500 random fleets. */
class OracleTest {

    private static final int FLEETS = 500;

    @Test
    void kernelEqualsNaiveOracleOn500RandomFleets() {
        for (int seed = 0; seed < FLEETS; seed++) {
            RandomFleets random = new RandomFleets(seed);
            Fleet fleet = random.fleet();
            FeatureSpec spec = random.spec(fleet);
            SweepRange range = random.range();
            Engine kernel = new KernelEngine(seed, 1 + seed % 5, seed % 2 == 0 ? 4_000 : Long.MAX_VALUE);

            FeatureComparison.assertSame(
                    kernel.run(fleet, spec, range),
                    new NaiveOracle().run(fleet, spec, range),
                    spec.featureNames(),
                    1e-12);
        }
    }
}
