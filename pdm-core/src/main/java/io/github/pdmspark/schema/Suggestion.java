package io.github.pdmspark.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The name that somebody probably meant. */
public final class Suggestion {

    private Suggestion() {}

    /** The candidate closest to {@code name}, letter case aside; empty when none shares at least half of its letters. */
    public static Optional<String> closest(String name, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.<String>comparingInt(c -> distance(name, c)).thenComparing(c -> c))
                .filter(c -> distance(name, c) <= Math.max(name.length(), c.length()) / 2);
    }

    /** A sentence " Did you mean 'x'?", or nothing. */
    public static String sentence(String name, Collection<String> candidates) {
        return closest(name, candidates)
                .map(found -> " Did you mean '" + found + "'?")
                .orElse("");
    }

    private static int distance(String a, String b) {
        return LevenshteinDistance.getDefaultInstance().apply(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    }
}
