package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.CategoricalAttribute;
import io.github.pdmspark.feature.CircularMean;
import io.github.pdmspark.feature.Comparison;
import io.github.pdmspark.feature.CustomStatistic;
import io.github.pdmspark.feature.Cusum;
import io.github.pdmspark.feature.DecayedMean;
import io.github.pdmspark.feature.DistinctEvents;
import io.github.pdmspark.feature.EventCount;
import io.github.pdmspark.feature.EventsPerUsage;
import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.LastAction;
import io.github.pdmspark.feature.LevelCrossings;
import io.github.pdmspark.feature.MachineAge;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.feature.OutlierCount;
import io.github.pdmspark.feature.ReplacementCount;
import io.github.pdmspark.feature.RobustSlope;
import io.github.pdmspark.feature.RollingQuantile;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.SinceReplacement;
import io.github.pdmspark.feature.SpectralEnergy;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.TimeSinceAnyEvent;
import io.github.pdmspark.feature.TimeSinceEvent;
import io.github.pdmspark.feature.TimeSinceMaintenance;
import io.github.pdmspark.feature.TumblingStatistic;
import io.github.pdmspark.feature.UsageSinceMaintenance;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.feature.WindowComparison;
import io.github.pdmspark.feature.ZScore;
import io.github.pdmspark.kernel.Fleet.Event;
import io.github.pdmspark.kernel.Known.Value;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The slow and obvious definition of every kind of feature. */
final class NaiveRules {

    private static final Map<Class<?>, BiFunction<?, Known, List<Double>>> RULES = new LinkedHashMap<>();

    static {
        rule(
                RollingStatistic.class,
                (f, known) -> each(
                        f.sensors(), f.windows(), (s, w) -> NaiveStatistics.of(f.statistic(), known, s, Window.of(w))));
        rule(
                TumblingStatistic.class,
                (f, known) -> each(
                        f.sensors(),
                        f.windows(),
                        (s, w) -> NaiveStatistics.of(f.statistic(), known, s, new Window.Tumbling(w))));
        rule(WindowComparison.class, (f, known) -> f.sensors().stream()
                .map(sensor -> comparison(f, known, sensor))
                .toList());
        rule(ZScore.class, (f, known) -> each(f.sensors(), f.windows(), (s, w) -> zScore(f, known, s, w)));
        rule(
                DecayedMean.class,
                (f, known) -> each(
                        f.sensors(),
                        f.windows(),
                        (s, w) -> decayed(known.values(s, Window.of(w)), known, f.halfLife())));
        rule(
                CircularMean.class,
                (f, known) ->
                        each(f.sensors(), f.windows(), (s, w) -> circular(known.values(s, Window.of(w)), f.period())));
        ordered(RollingQuantile.class, NaiveOrdered::quantiles);
        ordered(RobustSlope.class, NaiveOrdered::robustSlope);
        ordered(Cusum.class, NaiveOrdered::cusum);
        ordered(OutlierCount.class, NaiveOrdered::outliers);
        ordered(LevelCrossings.class, NaiveOrdered::crossings);
        ordered(SpectralEnergy.class, NaiveOrdered::energy);
        ordered(CustomStatistic.class, NaiveOrdered::custom);
        rule(
                SinceReplacement.class,
                (f, known) -> each(f.sensors(), f.windows(), (s, w) -> {
                    long birth = latest(known.maintenance(), f.component());
                    return NaiveStatistics.of(f.statistic(), known.since(birth), s, Window.of(w));
                }));
        rule(DistinctEvents.class, (f, known) -> f.windows().stream()
                .map(w -> (double) f.codes().stream()
                        .filter(code -> count(known.errors(), code, known.asOf() - Micros.of(w)) > 0)
                        .count())
                .toList());
        rule(EventsPerUsage.class, (f, known) -> each(f.codes(), f.windows(), (c, w) -> perUsage(f, known, c, w)));
        rule(TimeSinceAnyEvent.class, (f, known) -> since(
                        known.errors().stream()
                                .filter(e -> f.codes().contains(e.name()))
                                .toList(),
                        known.asOf())
                .toList());
        rule(UsageSinceMaintenance.class, (f, known) -> f.components().stream()
                .map(component -> usageSince(known.values(f.usage()), known.maintenance(), component))
                .toList());
        rule(
                EventCount.class,
                (f, known) -> each(
                        f.codes(), f.windows(), (code, w) -> count(known.errors(), code, known.asOf() - Micros.of(w))));
        rule(TimeSinceEvent.class, (f, known) -> since(f.codes(), known.errors(), known.asOf()));
        rule(TimeSinceMaintenance.class, (f, known) -> since(f.components(), known.maintenance(), known.asOf()));
        rule(LastAction.class, NaiveRules::lastActions);
        rule(ReplacementCount.class, (f, known) -> f.components().stream()
                .map(component -> count(known.maintenance(), component, Long.MIN_VALUE))
                .toList());
        rule(CategoricalAttribute.class, NaiveRules::categories);
        rule(
                MachineAge.class,
                (f, known) -> List.of(known.unit()
                        .installed()
                        .filter(time -> time < known.asOf())
                        .map(time -> (known.asOf() - time) / 3.6e9 / 24)
                        .orElse(Double.NaN)));
        rule(NumericAttribute.class, (f, known) -> List.of(known.unit().age()));
    }

    private NaiveRules() {}

    private static <F extends Feature> void rule(Class<F> kind, BiFunction<F, Known, List<Double>> rule) {
        RULES.put(kind, rule);
    }

    private interface Ordered<F> {
        List<Double> of(F feature, Known known, String sensor, Window window);
    }

    private static <F extends Feature> void ordered(Class<F> kind, Ordered<F> rule) {
        rule(kind, (f, known) -> f.sensors().stream()
                .flatMap(sensor ->
                        f.windows().stream().flatMap(window -> rule.of(f, known, sensor, Window.of(window)).stream()))
                .toList());
    }

    /** The kinds of features that have a rule. */
    static Set<Class<?>> kinds() {
        return RULES.keySet();
    }

    @SuppressWarnings("unchecked")
    static <F extends Feature> List<Double> values(F feature, Known known) {
        BiFunction<F, Known, List<Double>> rule = (BiFunction<F, Known, List<Double>>) RULES.get(feature.getClass());
        if (rule == null) {
            throw new AssertionError("The oracle has no rule for " + feature.getClass());
        }
        return rule.apply(feature, known);
    }

    private static List<Double> each(
            List<String> names, List<Duration> windows, BiFunction<String, Duration, Double> value) {
        List<Double> values = new ArrayList<>();
        for (String name : names) {
            windows.forEach(window -> values.add(value.apply(name, window)));
        }
        return values;
    }

    private static double comparison(WindowComparison f, Known known, String sensor) {
        double value = NaiveStatistics.of(f.statistic(), known, sensor, f.window());
        double reference = NaiveStatistics.of(f.statistic(), known, sensor, f.reference());
        if (f.comparison() == Comparison.DIFFERENCE) {
            return value - reference;
        }
        return reference == 0 ? Double.NaN : value / reference;
    }

    private static double zScore(ZScore f, Known known, String sensor, Duration window) {
        double mean = NaiveStatistics.of(Statistic.MEAN, known, sensor, Window.of(window));
        double pastMean = NaiveStatistics.of(Statistic.MEAN, known, sensor, f.past());
        double deviation = NaiveStatistics.of(Statistic.STDDEV, known, sensor, f.past());
        return deviation == 0 ? Double.NaN : (mean - pastMean) / deviation;
    }

    private static double decayed(List<Value> values, Known known, Duration halfLife) {
        double sum = 0;
        double weights = 0;
        for (Value value : values) {
            double weight = Math.pow(2, -(double) (known.asOf() - value.time()) / Micros.of(halfLife));
            sum += weight * value.value();
            weights += weight;
        }
        return sum / weights;
    }

    private static double circular(List<Value> values, double period) {
        double east = 0;
        double north = 0;
        for (Value value : values) {
            double angle = 2 * Math.PI * (value.value() % period) / period;
            east += Math.cos(angle);
            north += Math.sin(angle);
        }
        if (Math.hypot(east, north) < 1e-9 * values.size() || values.isEmpty()) {
            return Double.NaN;
        }
        double turn = Math.atan2(north, east) / (2 * Math.PI);
        return (turn < 0 ? turn + 1 : turn) * period;
    }

    private static double count(List<Event> events, String name, long from) {
        return events.stream()
                .filter(e -> e.name().equals(name) && e.time() >= from)
                .count();
    }

    private static double perUsage(EventsPerUsage f, Known known, String code, Duration window) {
        List<Value> values = known.values(f.usage(), Window.of(window));
        double usage = values.isEmpty()
                ? 0
                : values.get(values.size() - 1).value() - values.get(0).value();
        return usage > 0 ? count(known.errors(), code, known.asOf() - Micros.of(window)) / usage : Double.NaN;
    }

    private static long latest(List<Event> events, String name) {
        return events.stream()
                .filter(e -> e.name().equals(name))
                .mapToLong(Event::time)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static double usageSince(List<Value> usage, List<Event> events, String component) {
        long latest = latest(events, component);
        double now = Double.NaN;
        double then = Double.NaN;
        for (Value value : usage) {
            now = value.value();
            then = value.time() <= latest ? value.value() : then;
        }
        return now - then;
    }

    private static List<Double> since(List<String> names, List<Event> events, long asOf) {
        return names.stream()
                .flatMap(name ->
                        since(events.stream().filter(e -> e.name().equals(name)).toList(), asOf))
                .toList();
    }

    private static Stream<Double> since(List<Event> events, long asOf) {
        double hours = events.stream()
                .mapToDouble(e -> (asOf - e.time()) / 3.6e9)
                .min()
                .orElse(Double.NaN);
        return Stream.of(hours, events.isEmpty() ? 1.0 : 0.0);
    }

    private static List<Double> lastActions(LastAction f, Known known) {
        List<Double> values = new ArrayList<>();
        for (String component : f.components()) {
            long latest = latest(known.maintenance(), component);
            List<String> taken = known.maintenance().stream()
                    .filter(e -> e.name().equals(component) && e.time() == latest)
                    .map(Event::action)
                    .toList();
            f.actions()
                    .forEach(action -> values.add(taken.isEmpty() ? Double.NaN : taken.contains(action) ? 1.0 : 0.0));
            boolean other = !f.actions().containsAll(taken);
            values.add(taken.isEmpty() ? Double.NaN : other ? 1.0 : 0.0);
        }
        return values;
    }

    private static List<Double> categories(CategoricalAttribute f, Known known) {
        List<Double> values = new ArrayList<>();
        String model = known.unit().model().orElse("");
        for (String category : f.categories()) {
            values.add(model.isEmpty() ? Double.NaN : model.equals(category) ? 1.0 : 0.0);
        }
        values.add(model.isEmpty() ? Double.NaN : f.categories().contains(model) ? 0.0 : 1.0);
        return values;
    }
}
