package io.github.pdmspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.kernel.Fleet.Features;
import io.github.pdmspark.kernel.Fleet.Reading;
import io.github.pdmspark.kernel.Fleet.RowKey;
import io.github.pdmspark.kernel.Fleet.Suspension;
import io.github.pdmspark.kernel.Fleet.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookAheadTest {

    private static final int FLEETS = 80;
    private static final Engine KERNEL = new KernelEngine(1, 2, 4_000);

    @Test
    void futureRecordsChangeNoEarlierRow() {
        check(KERNEL);
    }

    @Test
    void historyCutAtAnyMomentGivesTheSameRowsUpToIt() {
        for (int seed = 0; seed < FLEETS; seed++) {
            RandomFleets random = new RandomFleets(seed);
            Fleet fleet = random.fleet();
            FeatureSpec spec = random.spec(fleet);
            SweepRange range = random.between();
            long cut = random.moment();

            Map<RowKey, Features> all = LookAheadCheck.upTo(cut, KERNEL.run(fleet, spec, range));
            Map<RowKey, Features> known =
                    LookAheadCheck.upTo(cut, KERNEL.run(LookAheadCheck.known(fleet, cut), spec, range));
            FeatureComparison.assertSame(known, all, spec);
        }
    }

    @Test
    void rangeThatStartsLaterGivesTheSameRows() {
        for (int seed = 0; seed < FLEETS; seed++) {
            RandomFleets random = new RandomFleets(seed);
            Fleet fleet = random.fleet();
            FeatureSpec spec = random.spec(fleet);
            SweepRange.Between range = (SweepRange.Between) random.between();
            long start = (range.start() + range.end()) / 2;

            Map<RowKey, Features> all = KERNEL.run(fleet, spec, range);
            Map<RowKey, Features> half = KERNEL.run(fleet, spec, new SweepRange.Between(start, range.end()));
            all.keySet().removeIf(key -> key.asOf() < start);
            FeatureComparison.assertSame(half, all, spec);
        }
    }

    @Test
    void windowShiftedByOneStepIsCaught() {
        Engine leaky = (fleet, spec, range) -> {
            long step = spec.cadence().everyMicros();
            SweepRange.Between given = (SweepRange.Between) range;
            Map<RowKey, Features> rows = new LinkedHashMap<>();
            KERNEL.run(fleet, spec, new SweepRange.Between(given.start() + step, given.end() + step))
                    .forEach((key, row) -> rows.put(new RowKey(key.machine(), key.asOf() - step), row));
            return rows;
        };

        assertThatThrownBy(() -> check(leaky)).isInstanceOf(AssertionError.class);
    }

    @Test
    void ignoredKnownTimeIsCaught() {
        Engine leaky = (fleet, spec, range) -> KERNEL.run(
                fleet.map(r -> new Reading(r.machine(), r.time(), r.time(), r.values()), e -> e.at(e.time(), e.time())),
                spec,
                range);

        assertThatThrownBy(() -> check(leaky)).isInstanceOf(AssertionError.class);
    }

    @Test
    void windowThatIncludesItsEndIsCaught() {
        Engine leaky = (fleet, spec, range) -> KERNEL.run(
                fleet.map(
                        r -> new Reading(r.machine(), r.time() - 1, r.knownAt() - 1, r.values()),
                        e -> e.at(e.time() - 1, e.knownAt() - 1)),
                spec,
                range);

        assertThatThrownBy(() -> check(leaky)).isInstanceOf(AssertionError.class);
    }

    @Test
    void attributesOfALaterRowAreCaught() {
        Engine leaky = (fleet, spec, range) -> {
            Map<String, Unit> latest = new LinkedHashMap<>();
            fleet.units()
                    .forEach(unit -> latest.put(
                            unit.machine(),
                            new Unit(
                                    unit.machine(),
                                    unit.model(),
                                    unit.age(),
                                    Long.MIN_VALUE,
                                    Long.MAX_VALUE,
                                    unit.installed())));
            return KERNEL.run(fleet.withUnits(List.copyOf(latest.values())), spec, range);
        };

        assertThatThrownBy(() -> check(leaky)).isInstanceOf(AssertionError.class);
    }

    @Test
    void suspensionsAnnouncedBeforeTheyBeginAreCaught() {
        Engine leaky = (fleet, spec, range) -> KERNEL.run(
                fleet.withSuspensions(fleet.suspensions().stream()
                        .map(s -> new Suspension(s.machine(), s.start() - 1, s.end()))
                        .toList()),
                spec,
                range);

        assertThatThrownBy(() -> check(leaky)).isInstanceOf(AssertionError.class);
    }

    @Test
    void endOfASuspensionIsCaught() {
        Engine leaky = (fleet, spec, range) -> {
            Map<RowKey, Features> rows = new LinkedHashMap<>(KERNEL.run(fleet, spec, range));
            rows.replaceAll((key, row) -> fleet.suspensions().stream()
                    .filter(s -> s.machine().equals(key.machine()) && s.start() < key.asOf())
                    .findFirst()
                    .map(s -> new Features("UNTIL " + s.end(), row.coverage(), row.values()))
                    .orElse(row));
            return rows;
        };

        assertThatThrownBy(() -> check(leaky)).isInstanceOf(AssertionError.class);
    }

    @Test
    void joinWithoutTimeIsCaught() {
        Engine leaky = (fleet, spec, range) -> {
            Map<RowKey, Features> rows = new LinkedHashMap<>(KERNEL.run(fleet, spec, range));
            Map<String, Features> last = new LinkedHashMap<>();
            rows.forEach((key, row) -> last.put(key.machine(), row));
            rows.replaceAll((key, row) -> last.get(key.machine()));
            return rows;
        };

        assertThatThrownBy(() -> check(leaky)).isInstanceOf(AssertionError.class);
    }

    private static void check(Engine engine) {
        int rows = 0;
        for (int seed = 0; seed < FLEETS; seed++) {
            RandomFleets random = new RandomFleets(seed);
            Fleet fleet = random.fleet();
            FeatureSpec spec = random.spec(fleet);
            SweepRange range = random.between();
            long cut = spec.cadence().floorMicros(random.moment());
            new LookAheadCheck(seed).assertBlindAfter(cut, engine, fleet, spec, range);
            rows += LookAheadCheck.upTo(cut, engine.run(fleet, spec, range)).size();
        }
        assertThat(rows).isGreaterThan(1000);
    }
}
