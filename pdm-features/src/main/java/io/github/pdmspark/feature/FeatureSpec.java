package io.github.pdmspark.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.hash.Hashing;
import io.github.pdmspark.time.Cadence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that decides the columns of a feature table and their values: concrete, saveable, comparable.
 *
 * @param cadence the grid of prediction times; windows end on it
 * @param features the features in output order, at least one
 * @param samplingPeriod distance of two readings where it is declared; coverage is measured against it
 * @param minimumCoverage rows with less than this share of the expected readings are marked, between 0 and 1
 * @param normalisation applied to every reading before any feature is computed
 */
public record FeatureSpec(
        Cadence cadence,
        List<Feature> features,
        Optional<Duration> samplingPeriod,
        double minimumCoverage,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonDeserialize(using = SpecJson.NormalisationReader.class)
        Optional<RegimeNormalisation> normalisation) {

    /** A specification of values as they are measured. */
    public FeatureSpec(
            Cadence cadence, List<Feature> features, Optional<Duration> samplingPeriod, double minimumCoverage) {
        this(cadence, features, samplingPeriod, minimumCoverage, Optional.empty());
    }

    public FeatureSpec {
        features = List.copyOf(features);
        if (features.isEmpty()) {
            throw new IllegalArgumentException("A feature specification has no features; declare at least one.");
        }
        if (!(minimumCoverage >= 0 && minimumCoverage <= 1)) {
            throw new IllegalArgumentException(
                    "minimumCoverage is " + minimumCoverage + "; it is a share between 0 and 1.");
        }
        samplingPeriod.ifPresent(period -> Checked.positive("A feature specification has a sampling period", period));
        DistinctNames.check(features);
        if (samplingPeriod.isEmpty()) {
            features.stream().filter(Feature::needsSamplingPeriod).findFirst().ifPresent(FeatureSpec::refuse);
        }
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if the text is not such a document, or has an unknown key or kind of feature
     */
    public static FeatureSpec fromJson(String json) {
        return SpecJson.read(json);
    }

    /** The canonical JSON: no white space, keys in a fixed order, durations as ISO-8601; equal specifications, equal text. */
    public String toJson() {
        return SpecJson.write(this);
    }

    /** SHA-256 of {@link #toJson} in hexadecimal. */
    public String fingerprint() {
        return Hashing.sha256().hashString(toJson(), StandardCharsets.UTF_8).toString();
    }

    /** The names of all feature columns, in output order. */
    public List<String> featureNames() {
        return features.stream()
                .flatMap(feature -> feature.columnNames().stream())
                .toList();
    }

    /**
     * The same without the columns that none of the patterns matches; what is left out is not computed. Columns that mean
     * something only side by side, such as {@code hours_since_comp1} and {@code never_comp1}, stay together.
     *
     * @param patterns names of columns, with {@code *} for any text
     * @throws IllegalArgumentException if a pattern matches no column
     */
    public FeatureSpec select(String... patterns) {
        return with(new ColumnPatterns(featureNames(), patterns).select(features));
    }

    /** The opposite of {@link #select}: the same without the columns that one of the patterns matches. */
    public FeatureSpec without(String... patterns) {
        return with(new ColumnPatterns(featureNames(), patterns).without(features));
    }

    private FeatureSpec with(List<Feature> others) {
        return new FeatureSpec(cadence, others, samplingPeriod, minimumCoverage, normalisation);
    }

    /** The same on normalised values: every value of the sensors that it names, for every feature. */
    public FeatureSpec normalised(RegimeNormalisation byRegime) {
        return new FeatureSpec(cadence, features, samplingPeriod, minimumCoverage, Optional.of(byRegime));
    }

    /** All different windows, the shortest look-back first. */
    public List<Window> windowsRead() {
        return features.stream()
                .flatMap(feature -> feature.windowsRead().stream())
                .distinct()
                .sorted(Comparator.comparing(Window::lookBack))
                .toList();
    }

    /** The longest look-back of a window; zero when no feature has a window. */
    public Duration longestWindow() {
        return windowsRead().stream().map(Window::lookBack).reduce(Duration.ZERO, (shorter, longer) -> longer);
    }

    /** The sensors that features read, in the order of their first mention. */
    public List<String> sensors() {
        return features.stream()
                .flatMap(feature -> feature.sensors().stream())
                .distinct()
                .toList();
    }

    /** The logs of events that features read. */
    public Set<EventSource> eventsRead() {
        EnumSet<EventSource> read = EnumSet.noneOf(EventSource.class);
        features.forEach(feature -> feature.events().ifPresent(read::add));
        return read;
    }

    /**
     * The number of readings that a window holds when none is missing: {@code window / samplingPeriod}, rounded down, at
     * least 1; empty without a sampling period.
     */
    public Optional<Long> expectedReadings(Duration window) {
        return samplingPeriod.map(period -> Math.max(1, window.dividedBy(period)));
    }

    private static void refuse(Feature feature) {
        throw new IllegalArgumentException(feature + " compares with the expected number of readings, but no sampling "
                + "period is declared. Use Telemetry.sampledEvery(...) or leave it out.");
    }
}
