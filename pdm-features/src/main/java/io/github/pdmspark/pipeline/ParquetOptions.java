package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.CircularMean;
import io.github.pdmspark.feature.Cusum;
import io.github.pdmspark.feature.DecayedMean;
import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.RobustSlope;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.SpectralEnergy;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.TumblingStatistic;
import io.github.pdmspark.feature.WindowComparison;
import io.github.pdmspark.feature.ZScore;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How the columns of features are written as Parquet. */
public final class ParquetOptions {

    private static final String DICTIONARY = "parquet.enable.dictionary#";

    private static final Set<Statistic> AVERAGES =
            Set.of(Statistic.MEAN, Statistic.STDDEV, Statistic.SUM, Statistic.SLOPE);

    private ParquetOptions() {}

    /**
     * Options for {@code rows.write().options(...)}: no dictionary for averages, of which hardly any comes twice. Parquet
     * would look every value up in one until it is full, which is a sixth of the cost of writing, and give it up.
     */
    public static Map<String, String> of(FeatureSpec spec) {
        return spec.features().stream()
                .filter(ParquetOptions::hardlyRepeats)
                .flatMap(feature -> feature.columnNames().stream())
                .collect(Collectors.toMap(name -> DICTIONARY + name, name -> "false"));
    }

    private static boolean hardlyRepeats(Feature feature) {
        if (feature instanceof RollingStatistic rolling) {
            return AVERAGES.contains(rolling.statistic());
        }
        if (feature instanceof TumblingStatistic tumbling) {
            return AVERAGES.contains(tumbling.statistic());
        }
        return feature instanceof WindowComparison
                || feature instanceof ZScore
                || feature instanceof DecayedMean
                || feature instanceof CircularMean
                || feature instanceof RobustSlope
                || feature instanceof Cusum
                || feature instanceof SpectralEnergy;
    }
}
