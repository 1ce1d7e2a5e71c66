package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.RollingStatistic;
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
 * @param windows all different windows in microseconds, shortest first
 * @param expected expected readings of every window; NaN without a sampling period
 */
record RollingPlan(TileGrid grid, List<String> sensors, StateLayout layout, List<Long> windows, List<Double> expected) {

    static RollingPlan of(FeatureSpec spec) {
        Set<Aggregate> aggregates = new LinkedHashSet<>();
        spec.features().forEach(feature -> {
            if (feature instanceof RollingStatistic rolling) {
                aggregates.addAll(WindowStatistic.of(rolling.statistic()).needs());
            }
        });
        return new RollingPlan(
                TileGrid.of(spec),
                spec.sensors(),
                new StateLayout(spec.sensors().size(), List.copyOf(aggregates)),
                spec.windows().stream().map(Micros::of).toList(),
                spec.windows().stream()
                        .map(window -> spec.expectedReadings(window)
                                .map(Long::doubleValue)
                                .orElse(Double.NaN))
                        .toList());
    }

    /** Length of the longest window in microseconds; 0 without a window. */
    long longestWindow() {
        return windows.isEmpty() ? 0 : windows.get(windows.size() - 1);
    }
}
