package io.github.pdmspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.kernel.Fleet.Event;
import io.github.pdmspark.kernel.Fleet.Features;
import io.github.pdmspark.kernel.Fleet.Reading;
import io.github.pdmspark.kernel.Fleet.RowKey;
import io.github.pdmspark.kernel.Fleet.Suspension;
import io.github.pdmspark.kernel.Fleet.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** P1: scrambling, deleting or adding records of the future of t* changes no row with {@code asOf <= t*}. */
final class LookAheadCheck {

    private static final long HOUR = 3_600_000_000L;

    private final Random random;
    private final RandomFleets fleets;

    LookAheadCheck(long seed) {
        random = new Random(seed);
        fleets = new RandomFleets(seed + 1);
    }

    /** Fails if the engine looks past {@code cut}; same bits are asked for. */
    void assertBlindAfter(long cut, Engine engine, Fleet fleet, FeatureSpec spec, SweepRange range) {
        Map<RowKey, Features> before = upTo(cut, engine.run(fleet, spec, range));
        Map<RowKey, Features> after = upTo(cut, engine.run(scrambled(fleet, cut), spec, range));

        assertThat(after.keySet()).isEqualTo(before.keySet());
        FeatureComparison.assertSame(after, before, spec);
    }

    /** The rows with {@code asOf <= cut}. */
    static Map<RowKey, Features> upTo(long cut, Map<RowKey, Features> rows) {
        Map<RowKey, Features> result = new LinkedHashMap<>(rows);
        result.keySet().removeIf(key -> key.asOf() > cut);
        return result;
    }

    /** The fleet without the records that were not known at {@code cut}. */
    static Fleet known(Fleet fleet, long cut) {
        return fleet.map(
                        r -> r.time() < cut && r.knownAt() <= cut ? r : null,
                        e -> e.time() < cut && e.knownAt() <= cut ? e : null)
                .withSuspensions(fleet.suspensions().stream()
                        .filter(s -> s.start() < cut)
                        .map(s -> s.end() < cut ? s : s.until(Long.MAX_VALUE))
                        .toList());
    }

    private Fleet scrambled(Fleet fleet, long cut) {
        Fleet changed = fleet.map(
                r -> r.time() < cut && r.knownAt() <= cut ? r : reading(r, cut),
                e -> e.time() < cut && e.knownAt() <= cut ? e : event(e, cut));
        List<Reading> readings = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (String machine : fleet.machines()) {
            long time = cut + random.nextInt(100) * HOUR;
            readings.add(new Reading(machine, time, time, values(fleet.sensors().size())));
            events.addAll(fleets.events(machine, List.of("error1", "comp1")));
        }
        List<Event> future = events.stream().map(e -> later(e, cut)).toList();
        List<Unit> units = fleet.units().stream().map(u -> unit(u, cut)).toList();
        return changed.withUnits(units).withSuspensions(suspensions(fleet, cut)).with(readings, future, future);
    }

    /** Those that have not ended end at another time; every machine has another one that begins at the cut or later. */
    private List<Suspension> suspensions(Fleet fleet, long cut) {
        List<Suspension> changed = new ArrayList<>();
        for (Suspension old : fleet.suspensions()) {
            if (old.start() < cut) {
                changed.add(old.end() < cut ? old : old.until(end(cut)));
            }
        }
        for (String machine : fleet.machines()) {
            long start = cut + random.nextInt(3) * HOUR;
            changed.add(new Suspension(machine, start, end(start + 1)));
        }
        return changed;
    }

    private long end(long earliest) {
        return random.nextInt(4) == 0 ? Long.MAX_VALUE : earliest + random.nextInt(40) * HOUR;
    }

    /** What held only later is something else; what still holds ends at another time. */
    private Unit unit(Unit old, long cut) {
        long end = random.nextBoolean() ? Long.MAX_VALUE : cut + random.nextInt(40) * HOUR;
        return old.validFrom() < cut
                ? new Unit(
                        old.machine(),
                        old.model(),
                        old.age(),
                        old.validFrom(),
                        old.validTo() < cut ? old.validTo() : end,
                        old.installed().map(time -> time < cut ? time : cut + HOUR))
                : new Unit(
                        old.machine(),
                        Optional.of("model1"),
                        -5,
                        cut + random.nextInt(9) * HOUR,
                        end,
                        Optional.of(cut));
    }

    /** Another value at another time, or nothing; what is dated before the cut stays unknown until after it. */
    private Reading reading(Reading old, long cut) {
        if (random.nextInt(3) == 0) {
            return null;
        }
        boolean backDated = random.nextBoolean();
        long time = backDated ? cut - 1 - random.nextInt(40) * HOUR : cut + random.nextInt(40) * HOUR;
        long knownAt = Math.max(time, cut + 1 + random.nextInt(40) * HOUR);
        return new Reading(old.machine(), time, knownAt, values(old.values().size()));
    }

    private Event event(Event old, long cut) {
        return random.nextInt(3) == 0 ? null : later(old, cut);
    }

    private Event later(Event event, long cut) {
        return random.nextBoolean()
                ? event.at(cut + random.nextInt(9) * HOUR, cut + 9 * HOUR)
                : event.at(cut - 1 - random.nextInt(9) * HOUR, cut + 1);
    }

    private List<Double> values(int count) {
        return random.doubles(count, -1e9, 1e9).boxed().toList();
    }
}
