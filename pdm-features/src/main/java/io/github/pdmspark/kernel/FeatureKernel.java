package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.CategoricalAttribute;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.LastAction;
import io.github.pdmspark.feature.MachineAge;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.feature.UsageSinceMaintenance;
import java.util.List;
import java.util.stream.Stream;

/**
 * A feature specification ready to compute: readings go through {@link #folder} into blocks of tiles, those of {@link
 * #trackedSensors} through {@link #readingFolder} too, the blocks and events of one machine into {@link #machine}, and
 * its {@link MachineRecords#sweep} gives the rows. The result does not
 * depend on the order of the records or on how they were split over folders.
 */
public final class FeatureKernel {

    private final FeatureSpec spec;
    private final WindowAggregates aggregates;
    private final RollingPlan plan;
    private final List<String> inputs;

    private FeatureKernel(FeatureSpec spec, WindowAggregates aggregates) {
        aggregates.requireAllOf(spec);
        this.spec = spec;
        this.aggregates = aggregates;
        this.plan = RollingPlan.of(spec);
        this.inputs = inputs(spec);
    }

    /** The kernel of a specification without statistics of one's own. */
    public static FeatureKernel of(FeatureSpec spec) {
        return of(spec, WindowAggregates.none());
    }

    /**
     * The kernel of a specification.
     *
     * @throws IllegalArgumentException if the specification refers to a statistic that is not registered
     */
    public static FeatureKernel of(FeatureSpec spec, WindowAggregates aggregates) {
        return new FeatureKernel(spec, aggregates);
    }

    /** The sensors of features, then those that only tell the regime. */
    private static List<String> inputs(FeatureSpec spec) {
        return Stream.concat(
                        spec.sensors().stream(),
                        spec.normalisation().stream().flatMap(normalisation -> normalisation.settings().stream()))
                .distinct()
                .toList();
    }

    private Normaliser normaliser() {
        return Normaliser.of(spec.normalisation(), inputs);
    }

    /** The order of the values of a reading. */
    public List<String> sensors() {
        return inputs;
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
        return new TileFolder(plan.grid(), normaliser(), plan.layout(), byteBudget);
    }

    /** The sensors whose readings are needed as they are, because a feature reads them in the order of time. */
    public List<String> trackedSensors() {
        return plan.tracked();
    }

    /** The number of tiles between two prediction times: 1 when every window is a multiple of the step. */
    public int tilesPerStep() {
        return plan.grid().tilesPerStep();
    }

    /** Most bytes that one packed tile takes. */
    public int largestTileBytes() {
        return new TileCodec(plan.layout()).largestTile();
    }

    /** Bytes of one packed reading of {@link #trackedSensors}. */
    public int readingBytes() {
        return new ReadingStore(plan.tracked().size()).readingBytes();
    }

    /** Whether a feature reads telemetry back to the latest maintenance, beyond all windows. */
    public boolean looksBackToMaintenance() {
        return spec.features().stream().anyMatch(UsageSinceMaintenance.class::isInstance);
    }

    /** Whether a feature reads what was done at a maintenance. */
    public boolean readsActions() {
        return spec.features().stream().anyMatch(LastAction.class::isInstance);
    }

    /** Whether a feature reads when a machine was installed. */
    public boolean readsInstallation() {
        return spec.features().stream().anyMatch(MachineAge.class::isInstance);
    }

    /** A new folder for the readings of {@link #trackedSensors}, full at about {@code byteBudget} bytes. */
    public ReadingFolder readingFolder(long byteBudget) {
        int[] places = plan.tracked().stream().mapToInt(plan.sensors()::indexOf).toArray();
        return new ReadingFolder(plan.grid(), normaliser(), places, byteBudget);
    }

    /** A new machine without records. */
    public MachineRecords machine() {
        return new MachineRecords(spec, aggregates, plan);
    }
}
