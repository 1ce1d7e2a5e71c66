package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.Window;
import java.time.Duration;
import java.util.List;

/** Features that compare windows with the machine's own past, and still lack both. */
public final class PastDeclaration {

    private final FeaturePipelineBuilder builder;
    private final List<String> sensors;
    private final List<Duration> windows;
    private final OfPast feature;

    /** Makes a feature. */
    @FunctionalInterface
    interface OfPast {
        Feature of(List<String> sensors, List<Duration> windows, Window.Sliding past);
    }

    PastDeclaration(FeaturePipelineBuilder builder, List<String> sensors, List<Duration> windows, OfPast feature) {
        this.builder = builder;
        this.sensors = List.copyOf(sensors);
        this.windows = List.copyOf(windows);
        this.feature = feature;
    }

    /** Only these sensors; without this call, all sensors of the history. */
    public PastDeclaration on(String... names) {
        return new PastDeclaration(builder, List.of(names), windows, feature);
    }

    /** The lengths of the windows that are looked at; every window is {@code [asOf - length, asOf)}. */
    public PastDeclaration over(Duration... lengths) {
        return new PastDeclaration(builder, sensors, List.of(lengths), feature);
    }

    /** The machine's own past is {@code [asOf - past, asOf)}. */
    public FeaturePipelineBuilder against(Duration past) {
        return against(Window.of(past));
    }

    /** The machine's own past is this window, such as {@code Window.of(ofDays(30)).before(ofHours(24))}. */
    public FeaturePipelineBuilder against(Window.Sliding past) {
        return builder.declare(
                history -> List.of(feature.of(sensors.isEmpty() ? history.sensors() : sensors, windows, past)));
    }
}
