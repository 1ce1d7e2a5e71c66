package io.github.pdmspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.kernel.Fleet.Features;
import io.github.pdmspark.kernel.Fleet.RowKey;
import java.util.List;
import java.util.Map;

/** Compares the rows of two engines. */
public final class FeatureComparison {

    private FeatureComparison() {}

    /** The same rows, doubles within a relative tolerance; 0 asks for the same bits. */
    public static void assertSame(
            Map<RowKey, Features> actual, Map<RowKey, Features> expected, List<String> names, double tolerance) {
        assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((key, row) -> assertSame(key, actual.get(key), row, names, tolerance));
    }

    private static void assertSame(
            RowKey key, Features actual, Features expected, List<String> names, double tolerance) {
        assertThat(actual.status()).as("status of %s", key).isEqualTo(expected.status());
        assertClose(key, "coverage", actual.coverage(), expected.coverage(), tolerance);
        for (int i = 0; i < names.size(); i++) {
            assertClose(
                    key, names.get(i), actual.values().get(i), expected.values().get(i), tolerance);
        }
    }

    private static void assertClose(RowKey key, String name, double actual, double expected, double tolerance) {
        boolean same = Double.doubleToLongBits(actual) == Double.doubleToLongBits(expected);
        if (!same && !(Math.abs(actual - expected) <= tolerance * Math.abs(expected))) {
            throw new AssertionError(name + " of " + key + ": expected " + expected + " but was " + actual);
        }
    }
}
