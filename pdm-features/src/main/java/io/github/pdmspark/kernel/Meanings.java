package io.github.pdmspark.kernel;

import static io.github.pdmspark.kernel.Meaning.Readings.FOLDED;
import static io.github.pdmspark.kernel.Meaning.Readings.KEPT;

import io.github.pdmspark.feature.CategoricalAttribute;
import io.github.pdmspark.feature.CircularMean;
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
import io.github.pdmspark.feature.TimeSinceAnyEvent;
import io.github.pdmspark.feature.TimeSinceEvent;
import io.github.pdmspark.feature.TimeSinceMaintenance;
import io.github.pdmspark.feature.TumblingStatistic;
import io.github.pdmspark.feature.UsageSinceMaintenance;
import io.github.pdmspark.feature.WindowComparison;
import io.github.pdmspark.feature.ZScore;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@link Meaning} of every kind of {@link Feature}. A new kind is one more line in one of the lists. */
final class Meanings {

    private static final Map<Class<?>, Meaning<?>> BY_KIND = Stream.of(
                    ofTiles(), ofReadings(), ofEvents(), ofAttributes())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Meaning::kind, meaning -> meaning));

    private Meanings() {}

    static Meaning<?> of(Feature feature) {
        @Nullable Meaning<?> meaning = BY_KIND.get(feature.getClass());
        if (meaning == null) {
            throw new IllegalStateException("No meaning is defined for " + feature + ".");
        }
        return meaning;
    }

    private static List<Meaning<?>> ofTiles() {
        return List.of(
                new Meaning<>(
                        RollingStatistic.class,
                        f -> WindowStatistic.of(f.statistic()).needs(),
                        FOLDED,
                        TileFeatures::rolling),
                new Meaning<>(
                        TumblingStatistic.class,
                        f -> WindowStatistic.of(f.statistic()).needs(),
                        FOLDED,
                        TileFeatures::tumbling),
                new Meaning<>(
                        WindowComparison.class,
                        f -> WindowStatistic.of(f.statistic()).needs(),
                        FOLDED,
                        TileFeatures::comparison),
                new Meaning<>(ZScore.class, f -> TileFeatures.PAST_STATES, FOLDED, TileFeatures::zScore),
                new Meaning<>(
                        DecayedMean.class, f -> TileFeatures.decayed(f).needs(), FOLDED, TileFeatures::decayedMean),
                new Meaning<>(
                        CircularMean.class, f -> TileFeatures.circular(f).needs(), FOLDED, TileFeatures::circularMean));
    }

    private static List<Meaning<?>> ofReadings() {
        return List.of(
                inOrder(RollingQuantile.class, List.of(), OrderedFeatures::quantiles),
                inOrder(RobustSlope.class, List.of(), OrderedFeatures::robustSlope),
                inOrder(Cusum.class, TileFeatures.PAST_STATES, OrderedFeatures::cusum),
                inOrder(OutlierCount.class, TileFeatures.PAST_STATES, OrderedFeatures::outliers),
                inOrder(LevelCrossings.class, List.of(), OrderedFeatures::crossings),
                inOrder(SpectralEnergy.class, List.of(), OrderedFeatures::energy),
                inOrder(CustomStatistic.class, List.of(), OrderedFeatures::custom),
                inOrder(SinceReplacement.class, List.of(), EventFeatures::sinceReplacement),
                inOrder(UsageSinceMaintenance.class, List.of(), EventFeatures::usageSinceMaintenance));
    }

    private static List<Meaning<?>> ofEvents() {
        return List.of(
                new Meaning<>(EventsPerUsage.class, f -> EventFeatures.USAGE_STATES, FOLDED, EventFeatures::perUsage),
                withoutTiles(DistinctEvents.class, EventFeatures::distinct),
                withoutTiles(TimeSinceAnyEvent.class, EventFeatures::timeSinceAny),
                withoutTiles(EventCount.class, EventFeatures::counts),
                withoutTiles(TimeSinceEvent.class, EventFeatures::timeSince),
                withoutTiles(TimeSinceMaintenance.class, EventFeatures::timeSinceMaintenance),
                withoutTiles(LastAction.class, EventFeatures::lastAction),
                withoutTiles(ReplacementCount.class, EventFeatures::replacements));
    }

    private static List<Meaning<?>> ofAttributes() {
        return List.of(
                withoutTiles(CategoricalAttribute.class, AttributeFeatures::categories),
                withoutTiles(NumericAttribute.class, AttributeFeatures::number),
                withoutTiles(MachineAge.class, AttributeFeatures::age));
    }

    private static <F extends Feature> Meaning<F> inOrder(
            Class<F> kind, List<Aggregate> states, BiFunction<F, MachineView, FeatureWriter> writer) {
        return new Meaning<>(kind, feature -> states, KEPT, writer);
    }

    private static <F extends Feature> Meaning<F> withoutTiles(
            Class<F> kind, BiFunction<F, MachineView, FeatureWriter> writer) {
        return new Meaning<>(kind, feature -> List.of(), FOLDED, writer);
    }
}
