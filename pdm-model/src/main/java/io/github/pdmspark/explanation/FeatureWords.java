package io.github.pdmspark.explanation;

import io.github.pdmspark.feature.CategoricalAttribute;
import io.github.pdmspark.feature.EventCount;
import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.feature.ReplacementCount;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.TimeSinceEvent;
import io.github.pdmspark.feature.TimeSinceMaintenance;
import io.github.pdmspark.time.UtcText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the columns of a specification are about, in column order. */
final class FeatureWords {

    private final List<FeatureWord> words = new ArrayList<>();

    private FeatureWords() {}

    static List<FeatureWord> of(FeatureSpec spec) {
        FeatureWords all = new FeatureWords();
        spec.features().forEach(all::add);
        return List.copyOf(all.words);
    }

    private void add(Feature feature) {
        if (feature instanceof RollingStatistic rolling) {
            String statistic = rolling.statistic().name().toLowerCase(Locale.ROOT);
            rolling.sensors().forEach(sensor -> rolling.windows()
                    .forEach(window ->
                            words.add(new FeatureWord.Level(sensor, sensor + " " + statistic + " " + text(window)))));
        } else if (feature instanceof EventCount count) {
            count.codes().forEach(code -> count.windows()
                    .forEach(window -> words.add(new FeatureWord.Count(code, code, "in " + text(window)))));
        } else if (feature instanceof TimeSinceEvent since) {
            timesSince(since.codes(), "last ");
        } else if (feature instanceof TimeSinceMaintenance since) {
            timesSince(since.components(), "");
        } else if (feature instanceof ReplacementCount count) {
            count.components().forEach(name -> words.add(new FeatureWord.Count(name, name + " replaced", "times")));
        } else if (feature instanceof CategoricalAttribute attribute) {
            Stream.concat(attribute.categories().stream(), Stream.of(CategoricalAttribute.OTHER))
                    .forEach(category -> words.add(new FeatureWord.Category(attribute.attribute(), category)));
        } else if (feature instanceof NumericAttribute attribute) {
            words.add(new FeatureWord.Level(attribute.attribute(), attribute.attribute()));
        } else {
            feature.columnNames().forEach(column -> words.add(new FeatureWord.Level(column, column)));
        }
    }

    private void timesSince(List<String> names, String before) {
        for (String name : names) {
            words.add(new FeatureWord.Since(name, before + name));
            words.add(new FeatureWord.Never(name, before + name));
        }
    }

    /** "24 h" instead of the "24h" of column names. */
    private static String text(Duration window) {
        return UtcText.duration(window).replaceAll("(\\d+)([a-z]+)", "$1 $2");
    }
}
