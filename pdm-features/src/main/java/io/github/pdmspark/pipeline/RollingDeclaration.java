package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.Statistic;
import java.time.Duration;
import java.util.List;

/** Rolling statistics that still lack their windows. */
public final class RollingDeclaration {

    private final FeaturePipelineBuilder builder;
    private final List<Statistic> statistics;
    private final List<String> sensors;

    RollingDeclaration(FeaturePipelineBuilder builder, List<Statistic> statistics, List<String> sensors) {
        this.builder = builder;
        this.statistics = List.copyOf(statistics);
        this.sensors = List.copyOf(sensors);
        if (statistics.isEmpty()) {
            throw new IllegalArgumentException("rolling() names no statistic; write rolling(Statistic.MEAN).");
        }
    }

    /** Only these sensors; without this call, all sensors of the history. */
    public RollingDeclaration on(String... names) {
        return new RollingDeclaration(builder, statistics, List.of(names));
    }

    /** The lengths of the windows; every window is {@code [asOf - length, asOf)}. */
    public FeaturePipelineBuilder over(Duration... windows) {
        List<Duration> lengths = List.of(windows);
        return builder.declare(history -> statistics.stream()
                .<Feature>map(statistic ->
                        new RollingStatistic(statistic, sensors.isEmpty() ? history.sensors() : sensors, lengths))
                .toList());
    }
}
