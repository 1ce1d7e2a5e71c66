package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.kernel.FeatureKernel;
import io.github.pdmspark.kernel.WindowAggregates;
import java.io.Serializable;

/** What travels to the executors so that they make the same kernel. */
final class KernelSource implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String specJson;
    private final WindowAggregates aggregates;

    KernelSource(FeatureSpec spec, WindowAggregates aggregates) {
        this.specJson = spec.toJson();
        this.aggregates = aggregates;
    }

    FeatureSpec spec() {
        return FeatureSpec.fromJson(specJson);
    }

    FeatureKernel kernel() {
        return FeatureKernel.of(spec(), aggregates);
    }
}
