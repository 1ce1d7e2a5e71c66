package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.CategoricalAttribute;
import io.github.pdmspark.feature.EventCount;
import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.feature.ReplacementCount;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.TimeSinceEvent;
import io.github.pdmspark.feature.TimeSinceMaintenance;
import io.github.pdmspark.kernel.Fleet.Event;
import io.github.pdmspark.kernel.Fleet.Features;
import io.github.pdmspark.kernel.Fleet.Reading;
import io.github.pdmspark.kernel.Fleet.RowKey;
import io.github.pdmspark.kernel.Fleet.Unit;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The definitions of the method as nested loops over all records: slow, obvious, shares no code with the kernel. */
public final class NaiveOracle implements Engine {

    @Override
    public Map<RowKey, Features> run(Fleet fleet, FeatureSpec spec, SweepRange range) {
        Map<RowKey, Features> rows = new LinkedHashMap<>();
        for (String machine : fleet.machines()) {
            for (long asOf : times(fleet, machine, spec, range)) {
                rows.put(new RowKey(machine, asOf), row(fleet, machine, asOf, spec));
            }
        }
        return rows;
    }

    private static List<Long> times(Fleet fleet, String machine, FeatureSpec spec, SweepRange range) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Reading reading : fleet.readings()) {
            if (reading.machine().equals(machine)) {
                first = Math.min(first, reading.time());
                last = Math.max(last, reading.time());
            }
        }
        List<Long> times = new ArrayList<>();
        long from = range instanceof SweepRange.Between between ? between.start() : first;
        if (from == Long.MAX_VALUE) {
            return times;
        }
        long to = range instanceof SweepRange.Between between
                ? between.end()
                : range instanceof SweepRange.FromFirstReadingTo fixed
                        ? fixed.end()
                        : last + ((SweepRange.WhileObserved) range).afterLastReading();
        long step = spec.cadence().everyMicros();
        for (long time = spec.cadence().ceilMicros(from); time <= to; time += step) {
            times.add(time);
        }
        return times;
    }

    private static Features row(Fleet fleet, String machine, long asOf, FeatureSpec spec) {
        List<Reading> readings = fleet.readings().stream()
                .filter(r -> r.machine().equals(machine) && r.time() < asOf && r.knownAt() <= asOf)
                .toList();
        List<Event> errors = visible(fleet.errors(), machine, asOf);
        List<Event> maintenance = visible(fleet.maintenance(), machine, asOf);
        List<Double> values = new ArrayList<>();
        for (Feature feature : spec.features()) {
            if (feature instanceof RollingStatistic f) {
                for (String sensor : f.sensors()) {
                    for (Duration window : f.windows()) {
                        List<Reading> inside = within(readings, asOf, window);
                        int place = fleet.sensors().indexOf(sensor);
                        double expected = spec.expectedReadings(window).orElse(0L);
                        values.add(NaiveStatistics.of(f.statistic(), inside, place, expected));
                    }
                }
            } else if (feature instanceof EventCount f) {
                for (String code : f.codes()) {
                    for (Duration window : f.windows()) {
                        values.add((double) errors.stream()
                                .filter(e -> e.name().equals(code) && e.time() >= asOf - Micros.of(window))
                                .count());
                    }
                }
            } else if (feature instanceof TimeSinceEvent f) {
                f.codes().forEach(code -> addTimeSince(values, errors, code, asOf));
            } else if (feature instanceof TimeSinceMaintenance f) {
                f.components().forEach(component -> addTimeSince(values, maintenance, component, asOf));
            } else if (feature instanceof ReplacementCount f) {
                for (String component : f.components()) {
                    values.add((double) maintenance.stream()
                            .filter(e -> e.name().equals(component))
                            .count());
                }
            } else {
                addAttribute(values, feature, fleet, machine);
            }
        }
        return judged(readings, asOf, spec, values);
    }

    private static List<Event> visible(List<Event> events, String machine, long asOf) {
        return events.stream()
                .filter(e -> e.machine().equals(machine) && e.time() < asOf && e.knownAt() <= asOf)
                .toList();
    }

    private static List<Reading> within(List<Reading> readings, long asOf, Duration window) {
        return readings.stream()
                .filter(r -> r.time() >= asOf - Micros.of(window))
                .toList();
    }

    private static void addTimeSince(List<Double> values, List<Event> events, String name, long asOf) {
        double hours = Double.NaN;
        for (Event event : events) {
            if (event.name().equals(name) && !(hours <= (asOf - event.time()) / 3.6e9)) {
                hours = (asOf - event.time()) / 3.6e9;
            }
        }
        values.add(hours);
        values.add(Double.isNaN(hours) ? 1.0 : 0.0);
    }

    private static void addAttribute(List<Double> values, Feature feature, Fleet fleet, String machine) {
        Unit unit = fleet.units().stream()
                .filter(u -> u.machine().equals(machine))
                .findFirst()
                .orElse(new Unit(machine, java.util.Optional.empty(), Double.NaN));
        if (feature instanceof CategoricalAttribute f) {
            boolean known = f.categories().contains(unit.model().orElse(""));
            for (String category : f.categories()) {
                values.add(unit.model()
                        .map(model -> model.equals(category) ? 1.0 : 0.0)
                        .orElse(Double.NaN));
            }
            values.add(unit.model().map(model -> known ? 0.0 : 1.0).orElse(Double.NaN));
        } else if (feature instanceof NumericAttribute) {
            values.add(unit.age());
        }
    }

    private static Features judged(List<Reading> readings, long asOf, FeatureSpec spec, List<Double> values) {
        double coverage = Double.NaN;
        for (Duration window : spec.windows()) {
            int count = within(readings, asOf, window).size();
            if (spec.samplingPeriod().isPresent()) {
                double share = Math.min(
                        1, count / (double) spec.expectedReadings(window).orElse(0L));
                coverage = coverage <= share ? coverage : share;
            } else if (window.equals(spec.longestWindow()) && count == 0) {
                coverage = 0;
            }
        }
        long first = readings.stream().mapToLong(Reading::time).min().orElse(Long.MAX_VALUE);
        boolean low = spec.samplingPeriod().isPresent() ? coverage < spec.minimumCoverage() : coverage == 0;
        String status = readings.isEmpty()
                ? "NO_TELEMETRY"
                : asOf - first < Micros.of(spec.longestWindow()) ? "INSUFFICIENT_HISTORY" : low ? "LOW_COVERAGE" : "OK";
        return new Features(status, coverage, values);
    }
}
