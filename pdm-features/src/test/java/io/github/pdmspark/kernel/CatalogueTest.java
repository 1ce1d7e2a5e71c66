package io.github.pdmspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.kernel.Fleet.Features;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of feature has its oracle, and the random specifications of P1 to P11 draw from all of them. */
class CatalogueTest {

    private static final List<Feature> RANDOM = new RandomFeatures(new Random(1), List.of("s1")).everyKind();

    @Test
    void everyKindHasAnOracle() {
        assertThat(NaiveRules.kinds()).containsExactlyInAnyOrder(Feature.class.getPermittedSubclasses());
    }

    @Test
    void randomFeaturesAreOfEveryKind() {
        assertThat(RANDOM.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Feature.class.getPermittedSubclasses());
    }

    @Test
    void randomFeaturesHaveEveryStatistic() {
        Stream<Statistic> rolling = RANDOM.stream()
                .filter(RollingStatistic.class::isInstance)
                .map(feature -> ((RollingStatistic) feature).statistic());
        assertThat(rolling).containsExactlyInAnyOrder(Statistic.values());
    }

    @Test
    void everyKindHasValuesOnTheRandomFleets() {
        Map<Class<?>, Integer> values = new HashMap<>();
        for (int seed = 0; seed < 100; seed++) {
            RandomFleets random = new RandomFleets(seed);
            Fleet fleet = random.fleet();
            FeatureSpec spec = random.everything(fleet, Optional.of(Duration.ofHours(1)));
            List<Class<?>> kinds = spec.features().stream()
                    .<Class<?>>flatMap(feature -> feature.columnNames().stream().map(name -> feature.getClass()))
                    .toList();
            for (Features row : new KernelEngine(seed, 1, Long.MAX_VALUE)
                    .run(fleet, spec, random.range())
                    .values()) {
                for (int i = 0; i < kinds.size(); i++) {
                    values.merge(kinds.get(i), Double.isNaN(row.values().get(i)) ? 0 : 1, Integer::sum);
                }
            }
        }

        assertThat(values).hasSize(Feature.class.getPermittedSubclasses().length);
        assertThat(values).allSatisfy((kind, count) -> assertThat(count).isGreaterThan(100));
    }
}
