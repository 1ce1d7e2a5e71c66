package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.CustomStatistic;
import io.github.pdmspark.feature.Cusum;
import io.github.pdmspark.feature.LevelCrossings;
import io.github.pdmspark.feature.OutlierCount;
import io.github.pdmspark.feature.RobustSlope;
import io.github.pdmspark.feature.RollingQuantile;
import io.github.pdmspark.feature.SpectralEnergy;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The features that read the values of a window in the order of time. */
final class OrderedFeatures {

    private OrderedFeatures() {}

    static FeatureWriter quantiles(RollingQuantile feature, MachineView machine) {
        OrderedStatistic statistic = OrderedStatistics.quantiles(feature.levels());
        int columns = feature.levels().size();
        return each(machine, feature.sensors(), feature.windows(), columns, (sensor, window) -> statistic);
    }

    static FeatureWriter robustSlope(RobustSlope feature, MachineView machine) {
        OrderedStatistic statistic = OrderedStatistics.robustSlope();
        return each(machine, feature.sensors(), feature.windows(), 1, (sensor, window) -> statistic);
    }

    static FeatureWriter cusum(Cusum feature, MachineView machine) {
        return each(
                machine,
                feature.sensors(),
                feature.windows(),
                2,
                (sensor, window) ->
                        OrderedStatistics.cusum(OwnPast.of(machine, sensor, feature.past()), feature.slack()));
    }

    static FeatureWriter outliers(OutlierCount feature, MachineView machine) {
        return each(
                machine,
                feature.sensors(),
                feature.windows(),
                1,
                (sensor, window) ->
                        OrderedStatistics.outliers(OwnPast.of(machine, sensor, feature.past()), feature.sigmas()));
    }

    static FeatureWriter crossings(LevelCrossings feature, MachineView machine) {
        OrderedStatistic statistic = OrderedStatistics.crossings(feature.level());
        return each(machine, feature.sensors(), feature.windows(), 1, (sensor, window) -> statistic);
    }

    static FeatureWriter energy(SpectralEnergy feature, MachineView machine) {
        long period = Micros.of(machine.spec().samplingPeriod().orElseThrow());
        return each(
                machine,
                feature.sensors(),
                feature.windows(),
                1,
                (sensor, window) -> new BandEnergy(
                        Math.toIntExact(machine.spec().expectedReadings(window).orElseThrow()),
                        period,
                        Micros.of(feature.shortestPeriod()),
                        Micros.of(feature.longestPeriod())));
    }

    static FeatureWriter custom(CustomStatistic feature, MachineView machine) {
        OrderedStatistic statistic =
                OrderedStatistics.custom(machine.aggregates().of(feature));
        return each(machine, feature.sensors(), feature.windows(), 1, (sensor, window) -> statistic);
    }

    private static FeatureWriter each(
            MachineView machine,
            List<String> sensors,
            List<Duration> windows,
            int columns,
            BiFunction<String, Duration, OrderedStatistic> statistic) {
        List<FeatureWriter> writers = new ArrayList<>();
        for (String sensor : sensors) {
            for (Duration window : windows) {
                OrderedWindow ordered = machine.ordered().window(sensor, Micros.of(window));
                writers.add(new OrderedWriter(ordered, statistic.apply(sensor, window)));
            }
        }
        return EventFeatures.sideBySide(writers, columns);
    }
}
