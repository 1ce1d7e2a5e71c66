package io.github.pdmspark.spec;

import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.FeaturePipelineBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is known at every prediction time.
 *
 * @param every distance of two prediction times
 * @param offset their shift from whole multiples since the epoch
 * @param minimumCoverage share of expected readings below which a row gets no score
 * @param compute the features
 * @param select patterns of columns to keep
 * @param without patterns of columns to leave out
 */
public record FeaturesSpec(
        Duration every,
        Duration offset,
        double minimumCoverage,
        List<FeatureEntry> compute,
        Optional<List<String>> select,
        Optional<List<String>> without) {

    /** The pipeline that computes them. */
    public FeaturePipeline pipeline() {
        FeaturePipelineBuilder builder =
                FeaturePipeline.builder().every(every).offset(offset).minimumCoverage(minimumCoverage);
        for (FeatureEntry entry : compute) {
            builder = entry.declare(builder);
        }
        if (select.isPresent()) {
            builder = builder.select(select.get().toArray(String[]::new));
        }
        if (without.isPresent()) {
            builder = builder.without(without.get().toArray(String[]::new));
        }
        return builder.build();
    }
}
