package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.EventCount;
import java.time.Duration;
import java.util.List;

/** Error counts that still lack their windows. */
public final class ErrorCountDeclaration {

    private final FeaturePipelineBuilder builder;

    ErrorCountDeclaration(FeaturePipelineBuilder builder) {
        this.builder = builder;
    }

    /** The lengths of the windows; every window is {@code [asOf - length, asOf)}. */
    public FeaturePipelineBuilder over(Duration... windows) {
        List<Duration> lengths = List.of(windows);
        return builder.declare(
                history -> FeaturePipelineBuilder.ifAny(history.errorCodes(), codes -> new EventCount(codes, lengths)));
    }
}
