package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.feature.ZScore;
import io.github.pdmspark.kernel.Fleet.Reading;
import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where rounding shows most: a small deviation far from zero is the difference of two sums that are almost equal. */
class SummationOrderTest {
    private static final long MINUTE = 60_000_000L;
    private static final int HOURS = 600;
    private static final List<String> SENSORS = List.of("a", "b", "c", "d");
    private static final List<Duration> HOUR = List.of(Duration.ofHours(1));
    private static final FeatureSpec SPEC = new FeatureSpec(
            Cadence.every(Duration.ofHours(1)),
            List.<Feature>of(
                    new RollingStatistic(Statistic.MEAN, SENSORS, HOUR),
                    new RollingStatistic(Statistic.STDDEV, SENSORS, HOUR),
                    new RollingStatistic(Statistic.SLOPE, SENSORS, HOUR),
                    new ZScore(SENSORS, HOUR, Window.of(Duration.ofHours(5)))),
            Optional.empty(),
            0);

    /** Values that deviate by 1 around a level. */
    @ParameterizedTest
    @ValueSource(doubles = {1e2, 1e4, 1e6, 1e8})
    void deviationFarFromZeroHasTheSameBitsInAnyOrder(double level) {
        Random random = new Random(17);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 60 * HOURS; i++) {
            List<Double> values = SENSORS.stream()
                    .map(sensor -> level + random.nextGaussian())
                    .toList();
            readings.add(new Reading("m", i * MINUTE, i * MINUTE, values));
        }
        Fleet fleet = new Fleet(SENSORS, readings, List.of(), List.of(), List.of());
        SweepRange range = new SweepRange.WhileObserved(0);
        FeatureComparison.assertSame(
                new KernelEngine(1, 7, 20_000).run(fleet, SPEC, range),
                new KernelEngine(2, 1, Long.MAX_VALUE).run(fleet, SPEC, range),
                SPEC);
    }
}
