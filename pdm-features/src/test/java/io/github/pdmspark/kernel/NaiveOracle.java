package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.kernel.Fleet.Features;
import io.github.pdmspark.kernel.Fleet.Reading;
import io.github.pdmspark.kernel.Fleet.RowKey;
import io.github.pdmspark.kernel.Fleet.Suspension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The definitions of the method as nested loops over all records: slow, obvious, shares no code with the kernel. */
public final class NaiveOracle implements Engine {

    @Override
    public Map<RowKey, Features> run(Fleet given, FeatureSpec spec, SweepRange range) {
        Fleet fleet = given.working();
        Map<RowKey, Features> rows = new LinkedHashMap<>();
        for (String machine : fleet.machines()) {
            for (long asOf : times(fleet, machine, spec, range)) {
                rows.put(new RowKey(machine, asOf), row(Known.of(fleet, machine, asOf, spec)));
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

    private static Features row(Known known) {
        List<Double> values = new ArrayList<>();
        known.spec().features().forEach(feature -> values.addAll(NaiveRules.values(feature, known)));
        return judged(known, values);
    }

    private static Features judged(Known known, List<Double> values) {
        FeatureSpec spec = known.spec();
        double coverage = Double.NaN;
        boolean tooYoung = false;
        boolean empty = !spec.windowsRead().isEmpty();
        long first = known.readings().stream().mapToLong(Reading::time).min().orElse(Long.MAX_VALUE);
        for (Suspension suspension : known.suspensions()) {
            first = Math.min(first, suspension.start());
        }
        for (Window window : spec.windowsRead()) {
            int count = known.readings(window).size();
            tooYoung |= known.start(window) < first;
            empty &= count == 0;
            if (spec.samplingPeriod().isPresent()) {
                double share = count == 0 ? 0 : Math.min(1, count / known.expected(window));
                coverage = coverage <= share ? coverage : share;
            }
        }
        coverage = empty ? 0 : coverage;
        boolean low = spec.samplingPeriod().isPresent() ? coverage < spec.minimumCoverage() : coverage == 0;
        if (known.suspensions().stream().anyMatch(s -> s.end() == known.asOf())) {
            return new Features("SUSPENDED", coverage, values);
        }
        String status = first == Long.MAX_VALUE
                ? "NO_TELEMETRY"
                : tooYoung ? "INSUFFICIENT_HISTORY" : low ? "LOW_COVERAGE" : "OK";
        return new Features(status, coverage, values);
    }
}
