package io.github.pdmspark.feature;

import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One feature of every kind, with readable names and numbers. */
final class AllKinds {

    private static final List<String> VOLT = List.of("volt", "rotate");
    private static final List<Duration> DAY = List.of(Duration.ofHours(24));
    private static final Window.Sliding MONTH = Window.of(Duration.ofDays(30)).before(Duration.ofHours(24));

    static final FeatureSpec SPEC = new FeatureSpec(
            Cadence.every(Duration.ofHours(12)),
            List.of(
                    new RollingStatistic(Statistic.SLOPE, VOLT, List.of(Duration.ofHours(24), Duration.ofDays(7))),
                    new TumblingStatistic(Statistic.MEAN, VOLT, DAY),
                    new WindowComparison(
                            Statistic.MEAN,
                            VOLT,
                            Comparison.RATIO,
                            Window.of(Duration.ofHours(12)),
                            Window.of(Duration.ofDays(7))),
                    new ZScore(VOLT, DAY, Window.of(Duration.ofDays(30))),
                    new DecayedMean(VOLT, Duration.ofHours(6), DAY),
                    new CircularMean(List.of("wind"), 360, DAY),
                    new RollingQuantile(VOLT, List.of(0.5, 0.999), DAY),
                    new RobustSlope(VOLT, DAY),
                    new Cusum(VOLT, DAY, MONTH, 0.5),
                    new OutlierCount(VOLT, DAY, MONTH, 2.5),
                    new LevelCrossings(VOLT, -170, DAY),
                    new SpectralEnergy(VOLT, Duration.ofHours(2), Duration.ofHours(6), DAY),
                    new CustomStatistic("crest_factor", 2, VOLT, DAY),
                    new SinceReplacement(Statistic.MEAN, "comp1", VOLT, DAY),
                    new EventCount(List.of("error1"), DAY),
                    new TimeSinceEvent(List.of("error1")),
                    new TimeSinceMaintenance(List.of("comp1")),
                    new ReplacementCount(List.of("comp1")),
                    new LastAction(List.of("comp1"), List.of("replaced")),
                    new EventsPerUsage(List.of("error1"), "cycles", DAY),
                    new DistinctEvents(List.of("error1", "error2"), DAY),
                    new TimeSinceAnyEvent(List.of("error1", "error2")),
                    new UsageSinceMaintenance(List.of("comp1"), "cycles"),
                    new CategoricalAttribute("model", List.of("model3")),
                    new NumericAttribute("age"),
                    new MachineAge()),
            Optional.of(Duration.ofHours(1)),
            0.8);

    private AllKinds() {}
}
