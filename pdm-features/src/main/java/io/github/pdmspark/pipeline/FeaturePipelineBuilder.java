package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.CategoricalAttribute;
import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.feature.ReplacementCount;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.TimeSinceEvent;
import io.github.pdmspark.feature.TimeSinceMaintenance;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Declares the features of a pipeline; they keep the order of declaration. What names no sensors, codes or components
 * means all of the history at hand; of a table that has none, it means none.
 */
public final class FeaturePipelineBuilder {

    private static final double DEFAULT_MINIMUM_COVERAGE = 0.8;

    private final List<Declaration> declarations = new ArrayList<>();
    private @Nullable Duration every;
    private Duration offset = Duration.ZERO;
    private double minimumCoverage = DEFAULT_MINIMUM_COVERAGE;

    FeaturePipelineBuilder() {}

    /** The distance of two prediction times; compulsory. */
    public FeaturePipelineBuilder every(Duration step) {
        every = step;
        return this;
    }

    /** Shifts the prediction times from the epoch, 0 unless said. */
    public FeaturePipelineBuilder offset(Duration shift) {
        offset = shift;
        return this;
    }

    /** Statistics of sensor values; name the windows next. */
    public RollingDeclaration rolling(Statistic... statistics) {
        return new RollingDeclaration(this, List.of(statistics), List.of());
    }

    /** The number of errors of every code; name the windows next. */
    public ErrorCountDeclaration errorCounts() {
        return new ErrorCountDeclaration(this);
    }

    /** Hours since the latest error of every code. */
    public FeaturePipelineBuilder timeSinceErrors() {
        return declare(history -> ifAny(history.errorCodes(), TimeSinceEvent::new));
    }

    /** Hours since the latest maintenance of every component. */
    public FeaturePipelineBuilder timeSinceMaintenance() {
        return declare(history -> ifAny(maintained(history), TimeSinceMaintenance::new));
    }

    /** How often every component was maintained so far. */
    public FeaturePipelineBuilder replacementCounts() {
        return declare(history -> ifAny(maintained(history), ReplacementCount::new));
    }

    /** All attributes of the machines table; the categories are those that the history holds. */
    public FeaturePipelineBuilder machineAttributes() {
        return declare(FeaturePipelineBuilder::attributes);
    }

    /** The share of expected readings below which a row is {@code LOW_COVERAGE}; 0.8 unless said. */
    public FeaturePipelineBuilder minimumCoverage(double share) {
        minimumCoverage = share;
        return this;
    }

    /** The pipeline; what depends on the history is checked when it meets one. */
    public FeaturePipeline build() {
        if (every == null) {
            throw new IllegalStateException(
                    "A feature pipeline needs its distance of prediction times; call every(...).");
        }
        if (declarations.isEmpty()) {
            throw new IllegalStateException(
                    "A feature pipeline has no features; declare one, such as rolling(...).over(...).");
        }
        Cadence cadence = new Cadence(every, offset);
        List<Declaration> declared = List.copyOf(declarations);
        double coverage = minimumCoverage;
        return new FeaturePipeline(history -> {
            List<Feature> features = declared.stream()
                    .flatMap(declaration -> declaration.resolve(history).stream())
                    .toList();
            return new FeatureSpec(cadence, features, history.samplingPeriod(), coverage);
        });
    }

    FeaturePipelineBuilder declare(Declaration declaration) {
        declarations.add(declaration);
        return this;
    }

    static List<Feature> ifAny(List<String> names, Function<List<String>, Feature> feature) {
        return names.isEmpty() ? List.of() : List.of(feature.apply(names));
    }

    /** Components are known from failures too, but without a maintenance log nothing is known of their maintenance. */
    private static List<String> maintained(FleetHistory history) {
        return history.quality().table("maintenance").given() ? history.components() : List.of();
    }

    private static List<Feature> attributes(FleetHistory history) {
        return Stream.concat(
                        history.categoricalAttributes().stream().map(name -> categorical(name, history)),
                        history.numericAttributes().stream().map(NumericAttribute::new))
                .toList();
    }

    private static Feature categorical(String name, FleetHistory history) {
        List<String> categories =
                Objects.requireNonNullElse(history.categories().get(name), List.<String>of());
        return new CategoricalAttribute(
                name,
                categories.stream()
                        .filter(category -> !category.equals(CategoricalAttribute.OTHER))
                        .toList());
    }
}
