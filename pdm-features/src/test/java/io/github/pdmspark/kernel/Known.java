package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.kernel.Fleet.Event;
import io.github.pdmspark.kernel.Fleet.Reading;
import io.github.pdmspark.kernel.Fleet.Suspension;
import io.github.pdmspark.kernel.Fleet.Unit;
import io.github.pdmspark.time.Micros;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** All that is visible of one machine at one prediction time, as the oracle sees it. */
record Known(
        Fleet fleet,
        String machine,
        long asOf,
        FeatureSpec spec,
        List<Reading> readings,
        List<Event> errors,
        List<Event> maintenance) {

    static Known of(Fleet fleet, String machine, long asOf, FeatureSpec spec) {
        List<Reading> readings = fleet.readings().stream()
                .filter(r -> r.machine().equals(machine) && r.time() < asOf && r.knownAt() <= asOf)
                .map(r -> spec.normalisation()
                        .map(n -> NaiveNormalisation.of(r, fleet.sensors(), n))
                        .orElse(r))
                .toList();
        return new Known(
                fleet,
                machine,
                asOf,
                spec,
                readings,
                visible(fleet.errors(), machine, asOf),
                visible(fleet.maintenance(), machine, asOf));
    }

    /** A value of one sensor. */
    record Value(long time, double value) {}

    private static List<Event> visible(List<Event> events, String machine, long asOf) {
        return events.stream()
                .filter(e -> e.machine().equals(machine) && e.time() < asOf && e.knownAt() <= asOf)
                .toList();
    }

    /** The same without the readings before a time. */
    Known since(long time) {
        return new Known(
                fleet,
                machine,
                asOf,
                spec,
                readings.stream().filter(r -> r.time() >= time).toList(),
                errors,
                maintenance);
    }

    Unit unit() {
        return fleet.units().stream()
                .filter(u -> u.machine().equals(machine))
                .filter(u -> u.validFrom() < asOf && u.validTo() >= asOf)
                .findFirst()
                .orElse(new Unit(machine, Optional.empty(), Double.NaN));
    }

    long end(Window window) {
        if (window instanceof Window.Sliding sliding) {
            return asOf - Micros.of(sliding.lag());
        }
        long length = Micros.of(window.length());
        long offset = spec.cadence().offsetMicros();
        return offset + Math.floorDiv(asOf - offset, length) * length;
    }

    long start(Window window) {
        return end(window) - Micros.of(window.length());
    }

    List<Reading> readings(Window window) {
        return readings.stream().filter(inside(window)).toList();
    }

    private Predicate<Reading> inside(Window window) {
        return r -> r.time() >= start(window) && r.time() < end(window);
    }

    /** The values of a sensor in a window, by time, of one time the smallest first. */
    List<Value> values(String sensor, Window window) {
        return values(sensor, readings(window));
    }

    /** All values of a sensor. */
    List<Value> values(String sensor) {
        return values(sensor, readings);
    }

    private List<Value> values(String sensor, List<Reading> readings) {
        int place = fleet.sensors().indexOf(sensor);
        return readings.stream()
                .map(r -> new Value(r.time(), r.values().get(place)))
                .filter(v -> !Double.isNaN(v.value()))
                .sorted(Comparator.comparingLong(Value::time).thenComparingDouble(Value::value))
                .toList();
    }

    double expected(Window window) {
        long length = end(window) - start(window);
        double all = spec.expectedReadings(window.length()).orElse(0L);
        return all * (length - suspended(start(window), end(window))) / length;
    }

    /** Suspensions that began before the prediction time, as long as they had lasted then. */
    List<Suspension> suspensions() {
        return fleet.suspensions().stream()
                .filter(s -> s.machine().equals(machine) && s.start() < asOf)
                .map(s -> s.until(Math.min(s.end(), asOf)))
                .toList();
    }

    /** Between two neighbouring borders a machine is suspended all the time or never. */
    private long suspended(long from, long to) {
        TreeSet<Long> borders = new TreeSet<>(List.of(from, to));
        suspensions().forEach(s -> borders.addAll(List.of(s.start(), s.end())));
        long sum = 0;
        for (long border : borders.subSet(from, to)) {
            boolean inside = suspensions().stream().anyMatch(s -> s.start() <= border && border < s.end());
            sum += inside ? Math.min(borders.higher(border), to) - border : 0;
        }
        return sum;
    }
}
