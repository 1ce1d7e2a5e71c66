package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.time.Micros;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a specification means for tiles, worked out once: which states are kept, and which windows are merged.
 *
 * @param grid the arithmetic of prediction times and tiles
 * @param sensors the sensors in the order of their states
 * @param layout the states of a tile
 * @param tracked the sensors whose readings are kept as they are
 * @param windows all different windows, the shortest look-back first
 * @param expected expected readings of every window; NaN without a sampling period
 */
record RollingPlan(
        TileGrid grid,
        List<String> sensors,
        StateLayout layout,
        List<String> tracked,
        List<Window> windows,
        List<Double> expected) {

    static RollingPlan of(FeatureSpec spec) {
        List<List<Aggregate>> aggregates = spec.sensors().stream()
                .map(sensor -> aggregates(sensor, spec.features()))
                .toList();
        return new RollingPlan(
                TileGrid.of(spec),
                spec.sensors(),
                new StateLayout(aggregates),
                spec.features().stream()
                        .filter(feature -> Meanings.of(feature).readings() == Meaning.Readings.KEPT)
                        .flatMap(feature -> feature.sensors().stream())
                        .distinct()
                        .toList(),
                spec.windowsRead(),
                spec.windowsRead().stream()
                        .map(window -> spec.expectedReadings(window.length())
                                .map(Long::doubleValue)
                                .orElse(Double.NaN))
                        .toList());
    }

    private static List<Aggregate> aggregates(String sensor, List<Feature> features) {
        Set<Aggregate> needed = new LinkedHashSet<>();
        for (Feature feature : features) {
            if (feature.sensors().contains(sensor)) {
                needed.addAll(Meanings.of(feature).tileStates(feature));
            }
        }
        return List.copyOf(needed);
    }

    /** New windows for one machine, in the order of {@link #windows}. */
    List<MachineWindow> machineWindows(SuspendedTime suspended) {
        return windows.stream()
                .map(window -> new MachineWindow(
                        window, grid, expected.get(windows.indexOf(window)), layout.size(), suspended))
                .toList();
    }

    /** The longest look-back in microseconds; 0 without a window. */
    long longestLookBack() {
        return windows.isEmpty() ? 0 : Micros.of(windows.get(windows.size() - 1).lookBack());
    }
}
