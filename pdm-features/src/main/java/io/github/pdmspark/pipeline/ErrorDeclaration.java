package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.Feature;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/** Features of errors that still lack their windows. */
public final class ErrorDeclaration {

    private final FeaturePipelineBuilder builder;
    private final BiFunction<List<String>, List<Duration>, Feature> feature;

    ErrorDeclaration(FeaturePipelineBuilder builder, BiFunction<List<String>, List<Duration>, Feature> feature) {
        this.builder = builder;
        this.feature = feature;
    }

    /** The lengths of the windows; every window is {@code [asOf - length, asOf)}. */
    public FeaturePipelineBuilder over(Duration... windows) {
        List<Duration> lengths = List.of(windows);
        return builder.declare(
                history -> FeaturePipelineBuilder.ifAny(history.errorCodes(), codes -> feature.apply(codes, lengths)));
    }
}
