package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.feature.TumblingStatistic;
import io.github.pdmspark.kernel.Fleet.Features;
import io.github.pdmspark.kernel.Fleet.RowKey;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvarianceTest {

    private static final int FLEETS = 60;

    /** About a century, a multiple of every random step and of most random windows. */
    private static final Duration SHIFT = Duration.ofDays(-210 * 199);

    @Test
    void orderAndSplittingOfReadingsChangeNoBit() {
        forEachFleet((fleet, spec, range) -> {
            Map<RowKey, Features> whole = new KernelEngine(1, 1, Long.MAX_VALUE).run(fleet, spec, range);
            Map<RowKey, Features> pieces = new KernelEngine(2, 7, 1).run(fleet, spec, range);

            FeatureComparison.assertSame(pieces, whole, spec);
        });
    }

    @Test
    void otherMachinesDoNotMatter() {
        Engine kernel = new KernelEngine(3, 2, 4_000);
        forEachFleet((fleet, spec, range) -> {
            String machine = fleet.machines().first();
            Fleet alone = new Fleet(
                    fleet.sensors(),
                    fleet.readings().stream()
                            .filter(r -> r.machine().equals(machine))
                            .toList(),
                    fleet.errors().stream()
                            .filter(e -> e.machine().equals(machine))
                            .toList(),
                    fleet.maintenance().stream()
                            .filter(e -> e.machine().equals(machine))
                            .toList(),
                    fleet.units().stream()
                            .filter(u -> u.machine().equals(machine))
                            .toList(),
                    fleet.suspensions().stream()
                            .filter(s -> s.machine().equals(machine))
                            .toList());
            Map<RowKey, Features> rows = new LinkedHashMap<>(kernel.run(fleet, spec, range));
            rows.keySet().removeIf(key -> !key.machine().equals(machine));

            FeatureComparison.assertSame(kernel.run(alone, spec, range), rows, spec);
        });
    }

    @Test
    void shiftOfAllTimesShiftsTheRows() {
        Engine kernel = new KernelEngine(4, 2, 4_000);
        forEachFleet((fleet, drawn, range) -> {
            FeatureSpec spec = withoutTumblingAcross(SHIFT, drawn);
            long shift = Micros.of(SHIFT);
            SweepRange.Between given = (SweepRange.Between) range;
            Map<RowKey, Features> expected = new LinkedHashMap<>();
            kernel.run(fleet, spec, range)
                    .forEach((key, row) -> expected.put(new RowKey(key.machine(), key.asOf() + shift), row));
            Map<RowKey, Features> shifted = kernel.run(
                    fleet.shifted(shift), spec, new SweepRange.Between(given.start() + shift, given.end() + shift));

            FeatureComparison.assertClose(shifted, expected, spec, 1e-15, fleet.largestValue(spec));
        });
    }

    /** Tumbling windows lie at multiples of their length: they shift along only if the shift is one. */
    private static FeatureSpec withoutTumblingAcross(Duration shift, FeatureSpec spec) {
        List<Feature> features = new ArrayList<>(spec.features());
        features.removeIf(feature -> feature instanceof TumblingStatistic
                && feature.windows().stream().anyMatch(window -> Micros.of(shift) % Micros.of(window) != 0));
        features.add(new NumericAttribute("weight"));
        return new FeatureSpec(
                spec.cadence(), features, spec.samplingPeriod(), spec.minimumCoverage(), spec.normalisation());
    }

    private interface Case {
        void check(Fleet fleet, FeatureSpec spec, SweepRange range);
    }

    private static void forEachFleet(Case test) {
        for (int seed = 0; seed < FLEETS; seed++) {
            RandomFleets random = new RandomFleets(seed);
            Fleet fleet = random.fleet();
            test.check(fleet, random.spec(fleet), random.between());
        }
    }
}
