package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.CategoricalAttribute;
import io.github.pdmspark.feature.CircularMean;
import io.github.pdmspark.feature.Comparison;
import io.github.pdmspark.feature.CustomStatistic;
import io.github.pdmspark.feature.Cusum;
import io.github.pdmspark.feature.DecayedMean;
import io.github.pdmspark.feature.DistinctEvents;
import io.github.pdmspark.feature.EventCount;
import io.github.pdmspark.feature.EventsPerUsage;
import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.LastAction;
import io.github.pdmspark.feature.LevelCrossings;
import io.github.pdmspark.feature.MachineAge;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.feature.OutlierCount;
import io.github.pdmspark.feature.RegimeNormalisation;
import io.github.pdmspark.feature.ReplacementCount;
import io.github.pdmspark.feature.RobustSlope;
import io.github.pdmspark.feature.RollingQuantile;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.SinceReplacement;
import io.github.pdmspark.feature.SpectralEnergy;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.TimeSinceAnyEvent;
import io.github.pdmspark.feature.TimeSinceEvent;
import io.github.pdmspark.feature.TimeSinceMaintenance;
import io.github.pdmspark.feature.TumblingStatistic;
import io.github.pdmspark.feature.UsageSinceMaintenance;
import io.github.pdmspark.feature.ZScore;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.WindowAggregate;
import io.github.pdmspark.kernel.WindowAggregates;
import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
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
    private WindowAggregates aggregates = WindowAggregates.none();
    private Function<FeatureSpec, FeatureSpec> refinement = Function.identity();
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
    public SensorDeclaration rolling(Statistic... statistics) {
        List<Statistic> wanted = named("rolling", statistics);
        return sensors((sensors, windows) -> wanted.stream()
                .<Feature>map(statistic -> new RollingStatistic(statistic, sensors, windows))
                .toList());
    }

    /** Statistics over the latest whole window, {@link io.github.pdmspark.feature.TumblingStatistic}. */
    public SensorDeclaration tumbling(Statistic... statistics) {
        List<Statistic> wanted = named("tumbling", statistics);
        return sensors((sensors, windows) -> wanted.stream()
                .<Feature>map(statistic -> new TumblingStatistic(statistic, sensors, windows))
                .toList());
    }

    /** Averages that forget with time, {@link io.github.pdmspark.feature.DecayedMean}; name the windows next. */
    public SensorDeclaration ewma(Duration halfLife) {
        return sensor((sensors, windows) -> new DecayedMean(sensors, halfLife, windows));
    }

    /** Mean directions of angles with this period, such as 360; name the sensors and windows next. */
    public SensorDeclaration circularMean(double period) {
        return sensor((sensors, windows) -> new CircularMean(sensors, period, windows));
    }

    /** Exact quantiles, such as 0.5 for the median; name the windows next. Reads single readings. */
    public SensorDeclaration quantiles(double... levels) {
        List<Double> wanted = Arrays.stream(levels).boxed().toList();
        return sensor((sensors, windows) -> new RollingQuantile(sensors, wanted, windows));
    }

    /** Theil-Sen slopes, {@link io.github.pdmspark.feature.RobustSlope}; name the windows next. Reads single readings. */
    public SensorDeclaration robustSlope() {
        return sensor(RobustSlope::new);
    }

    /** How often values cross a level; name the windows next. Reads single readings. */
    public SensorDeclaration crossings(double level) {
        return sensor((sensors, windows) -> new LevelCrossings(sensors, level, windows));
    }

    /** Energy of oscillations with a period in a band, {@link SpectralEnergy}; name the windows next. Reads single readings. */
    public SensorDeclaration energy(Duration shortestPeriod, Duration longestPeriod) {
        return sensor((sensors, windows) -> new SpectralEnergy(sensors, shortestPeriod, longestPeriod, windows));
    }

    /** A statistic of one's own, and its registration; name the windows next. Reads single readings. */
    public SensorDeclaration aggregate(WindowAggregate aggregate) {
        aggregates = aggregates.with(aggregate);
        return sensor(
                (sensors, windows) -> new CustomStatistic(aggregate.name(), aggregate.version(), sensors, windows));
    }

    /** Statistics of the current life of a component, {@link SinceReplacement}; name the windows next. Reads single readings. */
    public SensorDeclaration sinceReplacementOf(String component, Statistic... statistics) {
        List<Statistic> wanted = named("sinceReplacementOf", statistics);
        return sensors((sensors, windows) -> wanted.stream()
                .<Feature>map(statistic -> new SinceReplacement(statistic, component, sensors, windows))
                .toList());
    }

    /** Window minus reference: {@code change(MEAN).from(ofDays(7)).to(ofHours(12))}. */
    public ComparisonDeclaration change(Statistic statistic) {
        return new ComparisonDeclaration(this, statistic, Comparison.DIFFERENCE, List.of());
    }

    /** Window divided by reference: {@code ratio(MEAN).from(ofDays(7)).to(ofHours(12))}. */
    public ComparisonDeclaration ratio(Statistic statistic) {
        return new ComparisonDeclaration(this, statistic, Comparison.RATIO, List.of());
    }

    /** Means in standard deviations from the machine's own past; name the windows and the past next. */
    public PastDeclaration zScore() {
        return new PastDeclaration(this, List.of(), List.of(), ZScore::new);
    }

    /** Cumulative sums of deviations, {@link io.github.pdmspark.feature.Cusum}; name the windows and the past next. */
    public PastDeclaration cusum(double slack) {
        return new PastDeclaration(
                this, List.of(), List.of(), (sensors, windows, past) -> new Cusum(sensors, windows, past, slack));
    }

    /** Values far from the machine's own past; name the windows and the past next. Reads single readings. */
    public PastDeclaration outliers(double sigmas) {
        return new PastDeclaration(
                this,
                List.of(),
                List.of(),
                (sensors, windows, past) -> new OutlierCount(sensors, windows, past, sigmas));
    }

    /** The number of errors of every code; name the windows next. */
    public ErrorDeclaration errorCounts() {
        return new ErrorDeclaration(this, EventCount::new);
    }

    /** The number of different error codes; name the windows next. */
    public ErrorDeclaration distinctErrors() {
        return new ErrorDeclaration(this, DistinctEvents::new);
    }

    /** Errors of every code per unit of a counter of usage; name the windows next. */
    public ErrorDeclaration errorsPer(String usage) {
        return new ErrorDeclaration(this, (codes, windows) -> new EventsPerUsage(codes, usage, windows));
    }

    /** Hours since the latest error of any code. */
    public FeaturePipelineBuilder timeSinceAnyError() {
        return declare(history -> ifAny(history.errorCodes(), TimeSinceAnyEvent::new));
    }

    /** Usage since the latest maintenance of every component, by a counter that never falls. */
    public FeaturePipelineBuilder usageSinceMaintenance(String usage) {
        return declare(
                history -> ifAny(maintained(history), components -> new UsageSinceMaintenance(components, usage)));
    }

    /** Hours since the latest error of every code. */
    public FeaturePipelineBuilder timeSinceErrors() {
        return declare(history -> ifAny(history.errorCodes(), TimeSinceEvent::new));
    }

    /** Hours since the latest maintenance of every component. */
    public FeaturePipelineBuilder timeSinceMaintenance() {
        return declare(history -> ifAny(maintained(history), TimeSinceMaintenance::new));
    }

    /** What was done at the latest maintenance of every component, {@link LastAction}; needs an action in the log. */
    public FeaturePipelineBuilder lastActions() {
        return declare(history -> ifAny(
                history.actions().stream()
                        .filter(action -> !action.equals(LastAction.OTHER))
                        .toList(),
                actions -> new LastAction(maintained(history), actions)));
    }

    /** How often every component was maintained so far. */
    public FeaturePipelineBuilder replacementCounts() {
        return declare(history -> ifAny(maintained(history), ReplacementCount::new));
    }

    /** All attributes of the machines table; the categories are those that the history holds. */
    public FeaturePipelineBuilder machineAttributes() {
        return declare(FeaturePipelineBuilder::attributes);
    }

    /** Days since the machine was installed, {@link MachineAge}; needs its time in the machines table. */
    public FeaturePipelineBuilder machineAge() {
        return declare(history -> List.of(new MachineAge()));
    }

    /** The share of expected readings below which a row is {@code LOW_COVERAGE}; 0.8 unless said. */
    public FeaturePipelineBuilder minimumCoverage(double share) {
        minimumCoverage = share;
        return this;
    }

    /** Computes all features from values that {@link RegimeFit} normalised. */
    public FeaturePipelineBuilder normalised(RegimeNormalisation byRegime) {
        refinement = refinement.andThen(spec -> spec.normalised(byRegime));
        return this;
    }

    /** Keeps only the columns that one of the patterns matches, see {@link FeatureSpec#select}. */
    public FeaturePipelineBuilder select(String... patterns) {
        refinement = refinement.andThen(spec -> spec.select(patterns));
        return this;
    }

    /** Leaves out the columns that one of the patterns matches, see {@link FeatureSpec#without}. */
    public FeaturePipelineBuilder without(String... patterns) {
        refinement = refinement.andThen(spec -> spec.without(patterns));
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
        Function<FeatureSpec, FeatureSpec> selected = refinement;
        return new FeaturePipeline(
                history -> {
                    List<Feature> features = declared.stream()
                            .flatMap(declaration -> declaration.resolve(history).stream())
                            .toList();
                    return selected.apply(new FeatureSpec(cadence, features, history.samplingPeriod(), coverage));
                },
                aggregates);
    }

    private SensorDeclaration sensors(BiFunction<List<String>, List<Duration>, List<Feature>> features) {
        return new SensorDeclaration(this, List.of(), features);
    }

    private SensorDeclaration sensor(BiFunction<List<String>, List<Duration>, Feature> feature) {
        return sensors((names, windows) -> List.of(feature.apply(names, windows)));
    }

    private static List<Statistic> named(String call, Statistic... statistics) {
        if (statistics.length == 0) {
            throw new IllegalArgumentException(call + "() names no statistic; write " + call + "(Statistic.MEAN).");
        }
        return List.of(statistics);
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
