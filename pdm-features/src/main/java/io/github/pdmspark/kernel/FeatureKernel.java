package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.CategoricalAttribute;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.NumericAttribute;
import java.util.List;

/**
 * A feature specification ready to compute: readings go through {@link #folder} into blocks of tiles, the blocks and
 * events of one machine into {@link #machine}, and its {@link MachineRecords#sweep} gives the rows. The result does not
 * depend on the order of the records or on how they were split over folders.
 */
public final class FeatureKernel {

    private final FeatureSpec spec;
    private final RollingPlan plan;

    private FeatureKernel(FeatureSpec spec) {
        this.spec = spec;
        this.plan = RollingPlan.of(spec);
    }

    /** The kernel of a specification. */
    public static FeatureKernel of(FeatureSpec spec) {
        return new FeatureKernel(spec);
    }

    /** The order of the values of a reading. */
    public List<String> sensors() {
        return plan.sensors();
    }

    /** The categorical attributes that features read. */
    public List<String> categoricalAttributes() {
        return spec.features().stream()
                .filter(CategoricalAttribute.class::isInstance)
                .map(feature -> ((CategoricalAttribute) feature).attribute())
                .toList();
    }

    /** The numeric attributes that features read. */
    public List<String> numericAttributes() {
        return spec.features().stream()
                .filter(NumericAttribute.class::isInstance)
                .map(feature -> ((NumericAttribute) feature).attribute())
                .toList();
    }

    /** A new folder that reports to be full when its tiles take about {@code byteBudget} bytes. */
    public TileFolder folder(long byteBudget) {
        return new TileFolder(plan.grid(), plan.layout(), byteBudget);
    }

    /** A new machine without records. */
    public MachineRecords machine() {
        return new MachineRecords(spec, plan);
    }
}
