package io.github.pdmspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.kernel.Fleet.Features;
import io.github.pdmspark.kernel.Fleet.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares the rows of two engines. */
public final class FeatureComparison {

    private FeatureComparison() {}

    /** The same rows, bit for bit. */
    public static void assertSame(Map<RowKey, Features> actual, Map<RowKey, Features> expected, FeatureSpec spec) {
        assertClose(actual, expected, spec, 0, 0);
    }

    /**
     * The same rows, doubles within a relative tolerance.
     *
     * @param scale size of the sensor values: of what is a difference of such values, the tolerance is relative to it
     */
    public static void assertClose(
            Map<RowKey, Features> actual,
            Map<RowKey, Features> expected,
            FeatureSpec spec,
            double tolerance,
            double scale) {
        assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        List<String> names = spec.featureNames();
        List<Double> slacks = slacks(spec, tolerance * scale);
        expected.forEach((key, row) -> {
            Features found = actual.get(key);
            assertThat(found.status()).as("status of %s", key).isEqualTo(row.status());
            assertClose(key, "coverage", found.coverage(), row.coverage(), tolerance, 0);
            for (int i = 0; i < names.size(); i++) {
                assertClose(
                        key,
                        names.get(i),
                        found.values().get(i),
                        row.values().get(i),
                        tolerance,
                        names.get(i).contains("_stddev_")
                                ? Math.max(
                                        slacks.get(i),
                                        deviationSlack(row.values().get(i), scale))
                                : slacks.get(i));
            }
        });
    }

    /** Squares are summed to 2^-90 of their size (decision 10): a variance is right to that share of the squares. */
    private static double deviationSlack(double deviation, double scale) {
        return deviation > 0 ? 0x1p-88 * scale * scale / deviation : 0;
    }

    private static List<Double> slacks(FeatureSpec spec, double slack) {
        List<Double> slacks = new ArrayList<>();
        for (Feature feature : spec.features()) {
            feature.columnNames().forEach(name -> slacks.add(RandomFeatures.cancels(feature) ? slack : 0));
        }
        return slacks;
    }

    private static void assertClose(
            RowKey key, String name, double actual, double expected, double tolerance, double slack) {
        boolean same = Double.doubleToLongBits(actual) == Double.doubleToLongBits(expected);
        if (!same && !(Math.abs(actual - expected) <= tolerance * Math.abs(expected) + slack)) {
            throw new AssertionError(name + " of " + key + ": expected " + expected + " but was " + actual);
        }
    }
}
