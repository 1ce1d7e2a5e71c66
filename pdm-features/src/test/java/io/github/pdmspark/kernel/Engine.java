package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.kernel.Fleet.Features;
import io.github.pdmspark.kernel.Fleet.RowKey;
import java.util.Map;

/** Anything that computes features: the oracle, the kernel, the kernel on Spark, or one with a planted leak. */
@FunctionalInterface
public interface Engine {

    /** One row per machine and prediction time. */
    Map<RowKey, Features> run(Fleet fleet, FeatureSpec spec, SweepRange range);
}
