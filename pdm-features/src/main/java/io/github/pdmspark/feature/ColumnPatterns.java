package io.github.pdmspark.feature;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Picks features by the names of their columns. */
final class ColumnPatterns {

    private final List<Predicate<String>> matchers;

    ColumnPatterns(List<String> names, String... patterns) {
        this.matchers = Stream.of(patterns).map(ColumnPatterns::matcher).toList();
        for (int i = 0; i < patterns.length; i++) {
            if (names.stream().noneMatch(matchers.get(i))) {
                throw new IllegalArgumentException("The pattern '" + patterns[i]
                        + "' matches no feature column.\nColumns: " + String.join(", ", names));
            }
        }
    }

    List<Feature> select(List<Feature> features) {
        return keep(features, feature -> feature.columnNames().stream().anyMatch(this::matches));
    }

    List<Feature> without(List<Feature> features) {
        return keep(features, feature -> feature.columnNames().stream().noneMatch(this::matches));
    }

    /** A feature that is kept as a whole stays in one piece: its text stays short. */
    private static List<Feature> keep(List<Feature> features, Predicate<Feature> wanted) {
        return features.stream()
                .flatMap(feature -> feature.parts().stream().allMatch(wanted)
                        ? Stream.of(feature)
                        : feature.parts().stream().filter(wanted))
                .toList();
    }

    private boolean matches(String name) {
        return matchers.stream().anyMatch(matcher -> matcher.test(name));
    }

    private static Predicate<String> matcher(String pattern) {
        return Pattern.compile(Arrays.stream(pattern.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")))
                .asMatchPredicate();
    }
}
