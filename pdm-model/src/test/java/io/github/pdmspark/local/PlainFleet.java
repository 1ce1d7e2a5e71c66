package io.github.pdmspark.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A small fleet made from a seed, without Spark: missing values, late events, missing attributes, gaps, stops. */
final class PlainFleet {

    static final Instant START = Instant.parse("2015-01-01T00:00:00Z");
    static final int MACHINES = 6;
    static final Instant END = START.plus(Duration.ofDays(24));

    private PlainFleet() {}

    static String name(int machine) {
        return "m" + machine;
    }

    /** Every 7 days one component fails. */
    static List<Happening> failures(int machine) {
        List<Happening> failures = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Instant at = START.plus(Duration.ofHours(24L * (6 + 7L * i) + 5L * machine));
            failures.add(new Happening(at, at, (machine + i) % 2 == 0 ? "pump.1" : "seal b"));
        }
        return failures;
    }

    static List<Happening> maintenance(int machine) {
        List<Happening> all = new ArrayList<>();
        for (Happening failure : failures(machine)) {
            Instant at = failure.time().plus(Duration.ofHours(2));
            all.add(new Happening(at, at.plus(Duration.ofHours(20)), failure.name()));
        }
        return all;
    }

    static List<Happening> errors(int machine) {
        Random random = new Random(100 + machine);
        List<Happening> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Instant at = START.plusSeconds(random.nextInt(24 * 86_400));
            all.add(new Happening(at, at, "e" + random.nextInt(3)));
        }
        return all;
    }

    /** Volt is missing now and then; machine 3 is silent for two days. */
    static void readings(int machine, BiConsumer<Instant, Map<String, Double>> reading) {
        Random random = new Random(machine);
        for (Instant at = START; at.isBefore(END); at = at.plus(Duration.ofHours(3))) {
            Map<String, Double> values = new TreeMap<>();
            double wear = wear(machine, at);
            double volt = 100 + random.nextGaussian() + 10 * wear;
            double heat = 50 + random.nextGaussian() - 10 * wear;
            if (random.nextInt(9) > 0) {
                values.put("volt", volt);
            }
            values.put("heat.1", heat);
            boolean silent = machine == 3
                    && at.isAfter(START.plus(Duration.ofDays(10)))
                    && at.isBefore(START.plus(Duration.ofDays(12)));
            if (!silent) {
                reading.accept(at, values);
            }
        }
    }

    /** Each machine stands twice, the second time with two reasons that overlap; the last one does not work again. */
    static List<Stop> stops(int machine) {
        Instant first = START.plus(Duration.ofHours(90L + 7L * machine));
        Instant second = START.plus(Duration.ofHours(24L * 17 + machine));
        List<Stop> stops = new ArrayList<>(List.of(
                new Stop(first, Optional.of(first.plus(Duration.ofHours(25)))),
                new Stop(second, Optional.of(second.plus(Duration.ofHours(9)))),
                new Stop(second.plus(Duration.ofHours(3)), Optional.of(second.plus(Duration.ofHours(12))))));
        if (machine == MACHINES) {
            stops.add(new Stop(END.minus(Duration.ofHours(30)), Optional.empty()));
        }
        return stops;
    }

    private static double wear(int machine, Instant at) {
        return failures(machine).stream()
                .filter(failure -> !at.isAfter(failure.time())
                        && at.plus(Duration.ofDays(2)).isAfter(failure.time()))
                .mapToDouble(failure -> failure.name().equals("pump.1") ? 1 : -1)
                .sum();
    }

    static MachineHistory history(int machine) {
        MachineHistory history = new MachineHistory();
        readings(machine, history::reading);
        stops(machine).forEach(stop -> stop.end()
                .ifPresentOrElse(end -> history.suspended(stop.start(), end), () -> history.suspended(stop.start())));
        errors(machine).forEach(error -> history.error(error.time(), error.knownAt(), error.name()));
        maintenance(machine).forEach(repair -> history.maintenance(repair.time(), repair.knownAt(), repair.name()));
        history.attribute("model", machine % 2 == 0 ? "A" : "B");
        if (machine != 2) {
            history.attribute("weight", (double) machine);
        }
        return history;
    }

    /** A time without work; without an end it lasts. */
    record Stop(Instant start, Optional<Instant> end) {}

    /** Something dated. */
    record Happening(Instant time, Instant knownAt, String name) {}
}
