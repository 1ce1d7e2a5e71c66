package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.Feature;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/** Features of sensors that still lack their windows. */
public final class SensorDeclaration {

    private final FeaturePipelineBuilder builder;
    private final BiFunction<List<String>, List<Duration>, List<Feature>> features;
    private final List<String> sensors;

    SensorDeclaration(
            FeaturePipelineBuilder builder,
            List<String> sensors,
            BiFunction<List<String>, List<Duration>, List<Feature>> features) {
        this.builder = builder;
        this.features = features;
        this.sensors = List.copyOf(sensors);
    }

    /** Only these sensors; without this call, all sensors of the history. */
    public SensorDeclaration on(String... names) {
        return new SensorDeclaration(builder, List.of(names), features);
    }

    /** The lengths of the windows; every window is {@code [asOf - length, asOf)}, unless it is tumbling. */
    public FeaturePipelineBuilder over(Duration... windows) {
        List<Duration> lengths = List.of(windows);
        return builder.declare(history -> features.apply(sensors.isEmpty() ? history.sensors() : sensors, lengths));
    }
}
