package io.github.pdmspark.benchmark.fleet;

import static java.time.Duration.ofHours;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.pipeline.FeaturePipeline;
import java.time.Duration;

/** The features of the models that are measured: telemetry, errors, maintenance and attributes. */
public final class UsualFeatures {

    private UsualFeatures() {}

    /** The features at this distance of prediction times. */
    public static FeaturePipeline every(Duration step) {
        return FeaturePipeline.builder()
                .every(step)
                .rolling(Statistic.MEAN, Statistic.STDDEV)
                .over(ofHours(12), ofHours(24), ofHours(36))
                .errorCounts()
                .over(ofHours(24))
                .timeSinceMaintenance()
                .machineAttributes()
                .build();
    }
}
