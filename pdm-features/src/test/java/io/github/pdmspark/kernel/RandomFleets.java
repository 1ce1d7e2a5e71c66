package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.RegimeNormalisation;
import io.github.pdmspark.feature.RegimeNormalisation.Regime;
import io.github.pdmspark.kernel.Fleet.Event;
import io.github.pdmspark.kernel.Fleet.Reading;
import io.github.pdmspark.kernel.Fleet.Suspension;
import io.github.pdmspark.kernel.Fleet.Unit;
import io.github.pdmspark.time.Cadence;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** Random fleets and specifications: gaps, ties, missing values, late records, odd windows, records on every border. */
public final class RandomFleets {

    private static final long MINUTE = 60_000_000L;
    private static final long BEGIN = Micros.of(Instant.parse("2015-03-01T00:00:00Z"));
    static final List<String> CODES = List.of("error1", "error2");
    static final List<String> COMPONENTS = List.of("comp1", "comp2");

    static final List<String> ACTIONS = List.of("replaced", "inspected");
    private final Random random;
    private final Random interruptions;

    /** The same seed gives the same fleets. */
    public RandomFleets(long seed) {
        random = new Random(seed);
        interruptions = new Random(~seed);
    }

    /** A fleet of one to three machines over a few days, with 1 to 5 sensors. */
    public Fleet fleet() {
        return fleet(1 + random.nextInt(5));
    }

    /** The same with a given number of sensors, at most 5. */
    public Fleet fleet(int sensorCount) {
        List<String> sensors = List.of("s1", "s2", "s3", "s4", "s5").subList(0, sensorCount);
        List<Reading> readings = new ArrayList<>();
        List<Event> errors = new ArrayList<>();
        List<Event> maintenance = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        int machines = 1 + random.nextInt(3);
        for (int i = 0; i < machines; i++) {
            String machine = "m" + i;
            boolean silent = random.nextInt(8) == 0;
            readings.addAll(silent ? List.of() : readings(machine, sensors.size()));
            errors.addAll(events(machine, CODES));
            maintenance.addAll(maintenance(machine));
            units.addAll(units(machine));
        }
        return new Fleet(sensors, readings, errors, maintenance, units, suspensions(machines));
    }

    /** Few or none of each machine: some overlap, touch, last for ever, or begin long before the first reading. */
    private List<Suspension> suspensions(int machines) {
        List<Suspension> result = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            int count = Math.max(0, interruptions.nextInt(6) - 2);
            for (int k = 0; k < count; k++) {
                long start = BEGIN + (interruptions.nextInt(120) - 24) * 60L * MINUTE + interruptions.nextInt(3) - 1;
                long length = 1 + interruptions.nextInt(30) * 60L * MINUTE;
                boolean lasts = interruptions.nextInt(8) == 0;
                result.add(new Suspension("m" + i, start, lasts ? Long.MAX_VALUE : start + length));
                if (!lasts && interruptions.nextInt(3) == 0) {
                    result.add(new Suspension("m" + i, start + length, start + 2 * length));
                }
            }
        }
        return result;
    }

    /** A specification with some random features for a fleet. */
    public FeatureSpec spec(Fleet fleet) {
        FeatureSpec all = everything(fleet, random.nextBoolean() ? Optional.of(minutes(60)) : Optional.empty());
        List<Feature> features = new ArrayList<>(all.features());
        Collections.shuffle(features, random);
        List<Feature> kept = features.subList(0, 1 + random.nextInt(features.size()));
        FeatureSpec spec = new FeatureSpec(all.cadence(), kept, all.samplingPeriod(), all.minimumCoverage());
        return random.nextInt(4) == 0 ? spec.normalised(normalisation(fleet.sensors())) : spec;
    }

    /** A specification with every kind of feature and every statistic that can be had. */
    public FeatureSpec everything(Fleet fleet, Optional<Duration> samplingPeriod) {
        Cadence cadence = Cadence.every(pick(minutes(60), minutes(180), minutes(720), minutes(420), minutes(90)))
                .withOffset(pick(minutes(0), minutes(0), minutes(30), Duration.ofNanos(1_000)));
        List<Feature> features = new RandomFeatures(random, fleet.sensors())
                .everyKind().stream()
                        .filter(feature -> samplingPeriod.isPresent() || !feature.needsSamplingPeriod())
                        .toList();
        return new FeatureSpec(cadence, features, samplingPeriod, pick(0.0, 0.5, 0.8, 1.0));
    }

    /** A random normalisation; its settings may be sensors that features read, or others. */
    public RegimeNormalisation normalisation(List<String> sensors) {
        List<String> settings = new ArrayList<>(sensors);
        Collections.shuffle(settings, random);
        settings = settings.subList(0, 1 + random.nextInt(Math.min(2, settings.size())));
        List<Regime> regimes = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            regimes.add(new Regime(
                    settings.stream().map(name -> 170.0 + random.nextGaussian()).toList(),
                    sensors.stream().map(name -> pick(0.0, 170.0, 1e6)).toList(),
                    sensors.stream().map(name -> pick(0.0, 1.0, 10.0)).toList()));
        }
        return new RegimeNormalisation(
                settings, settings.stream().map(name -> pick(0.5, 1.0)).toList(), sensors, regimes);
    }

    /** Any kind of range, over the days of the fleets. */
    public SweepRange range() {
        return switch (random.nextInt(3)) {
            case 0 -> new SweepRange.WhileObserved(random.nextInt(2) * 60L * MINUTE);
            case 1 -> new SweepRange.FromFirstReadingTo(BEGIN + random.nextInt(4 * 1440) * MINUTE);
            default -> between();
        };
    }

    /** A range that does not depend on the data. */
    public SweepRange between() {
        long start = BEGIN - 600 * MINUTE + random.nextInt(2 * 1440) * MINUTE;
        return new SweepRange.Between(start, start + random.nextInt(3 * 1440) * MINUTE);
    }

    /** A moment within the days of the fleets. */
    public long moment() {
        return BEGIN + random.nextInt(4 * 1440) * MINUTE;
    }

    /** Readings of a machine; some late, some one microsecond beside a border, with gaps. */
    public List<Reading> readings(String machine, int sensors) {
        TreeSet<Long> times = new TreeSet<>();
        long step = pick(60L, 60L, 15L, 60L * 24) * MINUTE;
        int count = 1 + random.nextInt(70);
        for (int i = 0; i < count; i++) {
            long time = BEGIN + i * step;
            boolean gap = random.nextInt(10) == 0 || (i / 20) % 3 == 2;
            if (!gap && time < BEGIN + 4 * 1440 * MINUTE) {
                times.add(time + pick(0L, 0L, 0L, 1L, -1L, random.nextInt(60) * MINUTE));
            }
        }
        double level = pick(0.0, 170.0, 1e6, -3.5);
        double spread = pick(0.0, 1.0, 10.0);
        long delay = pick(0L, 0L, 45L, 60L * 30) * MINUTE;
        List<Reading> result = new ArrayList<>();
        for (long time : times) {
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < sensors; i++) {
                double value = random.nextInt(3) == 0 ? level : level + spread * random.nextGaussian();
                values.add(random.nextInt(7) == 0 ? Double.NaN : value);
            }
            result.add(new Reading(machine, time, time + delay + late(), values));
        }
        return result;
    }

    /** Events of a machine, some long before its readings, some at one time. */
    public List<Event> events(String machine, List<String> names) {
        List<Event> result = new ArrayList<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            long time = BEGIN + (random.nextInt(6 * 48) - 48) * 30L * MINUTE + pick(0L, 0L, 1L, -1L);
            result.add(new Event(machine, time, time + late(), names.get(random.nextInt(names.size()))));
        }
        return result;
    }

    /** The same with actions; some are not declared, some not recorded. */
    private List<Event> maintenance(String machine) {
        return events(machine, COMPONENTS).stream()
                .map(e -> new Event(
                        e.machine(), e.time(), e.knownAt(), e.name(), pick("replaced", "inspected", "painted", "")))
                .toList();
    }

    private long late() {
        return random.nextInt(6) > 0 ? 0 : pick(1L, 30 * MINUTE, 60 * MINUTE, random.nextInt(3 * 1440) * MINUTE);
    }

    /** One row that always holds, or up to three, one after the other, with gaps and borders on prediction times. */
    private List<Unit> units(String machine) {
        List<Unit> units = new ArrayList<>();
        long from = pick(Long.MIN_VALUE, BEGIN);
        int more = random.nextBoolean() ? 0 : random.nextInt(3);
        for (int i = 0; i < more; i++) {
            long to = Math.max(from, BEGIN) + (1 + random.nextInt(30)) * 60L * MINUTE + pick(0L, 1L, -1L);
            units.add(unit(machine, from, to));
            from = to + pick(0L, 0L, 180 * MINUTE);
        }
        units.add(unit(machine, from, pick(Long.MAX_VALUE, from == Long.MIN_VALUE ? BEGIN : from + 2_000 * MINUTE)));
        return units;
    }

    private Unit unit(String machine, long from, long to) {
        Optional<String> model =
                pick(Optional.of("model1"), Optional.of("model2"), Optional.of("model9"), Optional.<String>empty());
        Optional<Long> installed = pick(
                Optional.<Long>empty(),
                Optional.of(BEGIN - random.nextInt(900) * 1440L * MINUTE),
                Optional.of(BEGIN + random.nextInt(48) * 60L * MINUTE));
        return new Unit(machine, model, pick(7.0, 18.0, Double.NaN), from, to, installed);
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
