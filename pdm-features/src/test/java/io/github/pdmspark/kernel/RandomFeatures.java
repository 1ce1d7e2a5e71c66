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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Random features of every kind that exists: a kind without a recipe here fails every test that asks for features. */
final class RandomFeatures {

    private static final Set<Class<?>> DIFFERENCES = Set.of(
            WindowComparison.class,
            ZScore.class,
            DecayedMean.class,
            CircularMean.class,
            RollingQuantile.class,
            RobustSlope.class,
            Cusum.class,
            SpectralEnergy.class,
            CustomStatistic.class);
    private static final List<Duration> WINDOWS = Stream.of(60, 720, 1440, 150, 37, 300, 2160, 433)
            .map(Duration::ofMinutes)
            .toList();

    private final Random random;
    private final List<String> sensors;
    private final Map<Class<?>, Supplier<List<Feature>>> recipes = new LinkedHashMap<>();

    RandomFeatures(Random random, List<String> sensors) {
        this.random = random;
        this.sensors = sensors;
        recipes.put(RollingStatistic.class, () -> Arrays.stream(Statistic.values())
                .<Feature>map(statistic -> new RollingStatistic(statistic, sensors, windows()))
                .toList());
        recipes.put(TumblingStatistic.class, () -> Arrays.stream(Statistic.values())
                .<Feature>map(statistic -> new TumblingStatistic(statistic, sensors, windows()))
                .toList());
        one(WindowComparison.class, this::comparison);
        one(ZScore.class, () -> new ZScore(sensors, windows(), window()));
        one(DecayedMean.class, () -> new DecayedMean(sensors, pick(WINDOWS), windows()));
        one(CircularMean.class, () -> new CircularMean(sensors, pick(List.of(360.0, 2 * Math.PI, 24.0)), windows()));
        one(RollingQuantile.class, () -> new RollingQuantile(sensors, List.of(0.5, 0.999, 0.0, 1.0), windows()));
        one(RobustSlope.class, () -> new RobustSlope(sensors, windows()));
        one(Cusum.class, () -> new Cusum(sensors, windows(), window(), pick(List.of(0.0, 0.5))));
        one(OutlierCount.class, () -> new OutlierCount(sensors, windows(), window(), pick(List.of(1.0, 2.5))));
        one(LevelCrossings.class, () -> new LevelCrossings(sensors, pick(List.of(170.0, 0.0, -3.5)), windows()));
        one(SpectralEnergy.class, this::energy);
        one(CustomStatistic.class, () -> new CustomStatistic("path_length", 3, sensors, windows()));
        recipes.put(SinceReplacement.class, () -> Arrays.stream(Statistic.values())
                .filter(statistic -> statistic != Statistic.COVERAGE)
                .<Feature>map(statistic -> new SinceReplacement(statistic, "comp1", sensors, windows()))
                .toList());
        one(DistinctEvents.class, () -> new DistinctEvents(RandomFleets.CODES, windows()));
        one(EventsPerUsage.class, () -> new EventsPerUsage(RandomFleets.CODES, pick(sensors), windows()));
        one(TimeSinceAnyEvent.class, () -> new TimeSinceAnyEvent(RandomFleets.CODES));
        one(UsageSinceMaintenance.class, () -> new UsageSinceMaintenance(RandomFleets.COMPONENTS, pick(sensors)));
        one(EventCount.class, () -> new EventCount(RandomFleets.CODES, windows()));
        one(TimeSinceEvent.class, () -> new TimeSinceEvent(RandomFleets.CODES));
        one(TimeSinceMaintenance.class, () -> new TimeSinceMaintenance(RandomFleets.COMPONENTS));
        one(LastAction.class, () -> new LastAction(RandomFleets.COMPONENTS, RandomFleets.ACTIONS));
        one(ReplacementCount.class, () -> new ReplacementCount(RandomFleets.COMPONENTS));
        one(CategoricalAttribute.class, () -> new CategoricalAttribute("model", List.of("model1", "model2")));
        one(MachineAge.class, MachineAge::new);
        one(NumericAttribute.class, () -> new NumericAttribute("age"));
    }

    private void one(Class<?> kind, Supplier<Feature> recipe) {
        recipes.put(kind, () -> List.of(recipe.get()));
    }

    /** At least one feature of every permitted kind, and every statistic. */
    List<Feature> everyKind() {
        List<Feature> features = new ArrayList<>();
        for (Class<?> kind : Feature.class.getPermittedSubclasses()) {
            Supplier<List<Feature>> recipe = recipes.get(kind);
            if (recipe == null) {
                throw new AssertionError("No random feature is made of " + kind);
            }
            features.addAll(recipe.get());
        }
        return features;
    }

    /** Whether its values are differences of sensor values, so that they can be much smaller than their rounding. */
    static boolean cancels(Feature feature) {
        boolean slope = (feature instanceof RollingStatistic rolling && rolling.statistic() == Statistic.SLOPE)
                || (feature instanceof TumblingStatistic tumbling && tumbling.statistic() == Statistic.SLOPE);
        slope |= feature instanceof SinceReplacement life && life.statistic() == Statistic.SLOPE;
        return slope || DIFFERENCES.contains(feature.getClass());
    }

    private Feature comparison() {
        Window.Sliding window = window();
        Window.Sliding reference = window();
        while (reference.equals(window)) {
            reference = window();
        }
        Statistic statistic = pick(Stream.of(Statistic.values())
                .filter(any -> any != Statistic.COVERAGE)
                .toList());
        return new WindowComparison(statistic, sensors, pick(List.of(Comparison.values())), window, reference);
    }

    private Feature energy() {
        Duration shortest = pick(WINDOWS.subList(0, 5));
        return new SpectralEnergy(
                sensors, shortest, shortest.multipliedBy(1 + random.nextInt(9)).plusMinutes(1), windows());
    }

    private Window.Sliding window() {
        Window.Sliding window = Window.of(pick(WINDOWS));
        return random.nextBoolean() ? window : window.before(pick(WINDOWS));
    }

    private List<Duration> windows() {
        List<Duration> all = new ArrayList<>(WINDOWS);
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, 1 + random.nextInt(2)));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
