package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.FeatureSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Raw records of a small fleet as plain lists; all times in microseconds since the epoch. */
public record Fleet(
        List<String> sensors,
        List<Reading> readings,
        List<Event> errors,
        List<Event> maintenance,
        List<Unit> units,
        List<Suspension> suspensions) {

    /** One whose machines are never suspended. */
    public Fleet(
            List<String> sensors,
            List<Reading> readings,
            List<Event> errors,
            List<Event> maintenance,
            List<Unit> units) {
        this(sensors, readings, errors, maintenance, units, List.of());
    }

    /** A time in which a machine does not work, {@code Long.MAX_VALUE} where it lasts. */
    public record Suspension(String machine, long start, long end) {
        Suspension until(long newEnd) {
            return new Suspension(machine, start, newEnd);
        }
    }

    /** A reading; NaN is a missing value. */
    public record Reading(String machine, long time, long knownAt, List<Double> values) {}

    /** An error or a maintenance event. */
    public record Event(String machine, long time, long knownAt, String name, String action) {
        /** One without an action. */
        public Event(String machine, long time, long knownAt, String name) {
            this(machine, time, knownAt, name, "");
        }

        Event at(long newTime, long newKnownAt) {
            return new Event(machine, newTime, newKnownAt, name, action);
        }

        Event of(String newMachine) {
            return new Event(newMachine, time, knownAt, name, action);
        }
    }

    /** A row of the machines table. */
    public record Unit(
            String machine,
            Optional<String> model,
            double age,
            long validFrom,
            long validTo,
            Optional<Long> installed) {
        /** One that always held. */
        public Unit(String machine, Optional<String> model, double age) {
            this(machine, model, age, Long.MIN_VALUE, Long.MAX_VALUE, Optional.empty());
        }

        Unit of(String newMachine) {
            return new Unit(newMachine, model, age, validFrom, validTo, installed);
        }

        Unit shifted(long by) {
            return new Unit(
                    machine,
                    model,
                    age,
                    validFrom == Long.MIN_VALUE ? validFrom : validFrom + by,
                    validTo == Long.MAX_VALUE ? validTo : validTo + by,
                    installed.map(time -> time + by));
        }
    }

    /** Identifies a row of features. */
    public record RowKey(String machine, long asOf) {}

    /** A row of features; NaN is null. */
    public record Features(String status, double coverage, List<Double> values) {}

    /** All machines of telemetry or the machines table. */
    public TreeSet<String> machines() {
        TreeSet<String> result = new TreeSet<>();
        readings.forEach(reading -> result.add(reading.machine()));
        units.forEach(unit -> result.add(unit.machine()));
        suspensions.forEach(suspension -> result.add(suspension.machine()));
        return result;
    }

    /** The size of the values that features of a specification read, at least 1. */
    public double largestValue(FeatureSpec spec) {
        return readings.stream()
                .map(r -> spec.normalisation()
                        .map(n -> NaiveNormalisation.of(r, sensors, n))
                        .orElse(r))
                .flatMap(reading -> reading.values().stream())
                .filter(value -> !value.isNaN())
                .mapToDouble(Math::abs)
                .reduce(1, Math::max);
    }

    /** The same fleet with its dated records changed; null removes a record. */
    public Fleet map(UnaryOperator<Reading> reading, UnaryOperator<Event> event) {
        return new Fleet(
                sensors, map(readings, reading), map(errors, event), map(maintenance, event), units, suspensions);
    }

    /** The same fleet with more dated records. */
    public Fleet with(List<Reading> moreReadings, List<Event> moreErrors, List<Event> moreMaintenance) {
        return new Fleet(
                sensors,
                concat(readings, moreReadings),
                concat(errors, moreErrors),
                concat(maintenance, moreMaintenance),
                units,
                suspensions);
    }

    /** The same fleet with all times later by {@code shift}. */
    public Fleet shifted(long shift) {
        Fleet dated = map(
                r -> new Reading(r.machine(), r.time() + shift, r.knownAt() + shift, r.values()),
                e -> e.at(e.time() + shift, e.knownAt() + shift));
        return new Fleet(
                sensors,
                dated.readings(),
                dated.errors(),
                dated.maintenance(),
                map(units, u -> u.shifted(shift)),
                map(
                        suspensions,
                        s -> new Suspension(
                                s.machine(),
                                s.start() + shift,
                                s.end() == Long.MAX_VALUE ? s.end() : s.end() + shift)));
    }

    /** The same fleet with other machines. */
    Fleet withUnits(List<Unit> others) {
        return new Fleet(sensors, readings, errors, maintenance, others, suspensions);
    }

    /** The same fleet suspended at other times. */
    Fleet withSuspensions(List<Suspension> others) {
        return new Fleet(sensors, readings, errors, maintenance, units, others);
    }

    /** The same fleet without the readings of suspended machines. */
    Fleet working() {
        return map(
                r -> suspensions.stream()
                                .anyMatch(s ->
                                        s.machine().equals(r.machine()) && s.start() <= r.time() && r.time() < s.end())
                        ? null
                        : r,
                e -> e);
    }

    /** Many fleets of equal sensors as one, every machine under its own name; of equal events one is kept. */
    public static Fleet joined(List<Fleet> fleets) {
        Fleet all = new Fleet(fleets.get(0).sensors(), List.of(), List.of(), List.of(), List.of());
        for (int i = 0; i < fleets.size(); i++) {
            Fleet fleet = fleets.get(i).renamed("fleet" + i + "-");
            all = new Fleet(
                    all.sensors(),
                    concat(all.readings(), fleet.readings()),
                    concat(all.errors(), fleet.errors()),
                    concat(all.maintenance(), fleet.maintenance()),
                    concat(all.units(), fleet.units()),
                    concat(all.suspensions(), fleet.suspensions()));
        }
        return all;
    }

    private Fleet renamed(String prefix) {
        return new Fleet(
                sensors,
                map(readings, r -> new Reading(prefix + r.machine(), r.time(), r.knownAt(), r.values())),
                map(distinct(errors), e -> e.of(prefix + e.machine())),
                map(distinct(maintenance), e -> e.of(prefix + e.machine())),
                map(units, u -> u.of(prefix + u.machine())),
                map(suspensions, s -> new Suspension(prefix + s.machine(), s.start(), s.end())));
    }

    /** Two events of one name at one time are the same event; what is known first counts. */
    private static List<Event> distinct(List<Event> events) {
        Map<List<Object>, Event> result = new LinkedHashMap<>();
        for (Event event : events) {
            result.merge(
                    List.of(event.machine(), event.time(), event.name(), event.action()),
                    event,
                    (a, b) -> a.knownAt() <= b.knownAt() ? a : b);
        }
        return List.copyOf(result.values());
    }

    private static <T> List<T> map(List<T> records, UnaryOperator<T> change) {
        List<T> result = new ArrayList<>();
        for (T item : records) {
            T changed = change.apply(item);
            if (changed != null) {
                result.add(changed);
            }
        }
        return List.copyOf(result);
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        List<T> result = new ArrayList<>(first);
        result.addAll(second);
        return List.copyOf(result);
    }
}
