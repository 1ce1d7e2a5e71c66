package io.github.pdmspark.feature;

import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** The checks that the declarations share; each gives back an immutable copy. */
final class Checked {

    private Checked() {}

    static List<String> names(String feature, String what, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException(feature + " has no " + what + "; name at least one.");
        }
        names.forEach(name -> name(feature, what, name));
        return distinct(feature, what, names);
    }

    static String name(String feature, String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(feature + " has a blank name among its " + what + "; remove it.");
        }
        return name;
    }

    static List<Duration> windows(String feature, List<Duration> windows) {
        if (windows.isEmpty()) {
            throw new IllegalArgumentException(
                    feature + " has no windows; give it one with over(Duration.ofHours(24)).");
        }
        windows.forEach(window -> positive(feature + " has a window", window));
        return distinct(feature, "windows", windows);
    }

    static void positive(String what, Duration length) {
        if (length.isZero() || length.isNegative()) {
            throw new IllegalArgumentException(what + " of " + length + "; it must be longer than zero.");
        }
        Micros.of(length);
    }

    static void positive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " of " + value + "; it must be a number above zero.");
        }
    }

    /** The windows that end at the prediction time, and one more. */
    static List<Window> and(List<Duration> windows, Window other) {
        return Stream.concat(windows.stream().map(Window::of), Stream.of(other)).toList();
    }

    static <T> List<T> distinct(String feature, String what, List<T> items) {
        HashSet<T> seen = new HashSet<>();
        for (T item : items) {
            if (!seen.add(item)) {
                throw new IllegalArgumentException(
                        feature + " names " + item + " twice among its " + what + "; once is enough.");
            }
        }
        return List.copyOf(items);
    }
}
