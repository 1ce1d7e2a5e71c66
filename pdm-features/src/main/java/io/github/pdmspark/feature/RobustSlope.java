package io.github.pdmspark.feature;

import java.time.Duration;
import java.util.List;

/**
 * Theil-Sen slope per hour: the median of the slopes between all pairs of values of the window; columns such as {@code
 * volt_robust_slope_per_hour_24h}. Up to 29 % of the values may be wild without moving it far. Null below two different
 * times.
 *
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param windows lengths of the windows, at least one
 */
public record RobustSlope(List<String> sensors, List<Duration> windows) implements Feature {

    /**
     * Most values of a window that pairs are made of. Of more, every k-th one counts, back from the latest, with the
     * smallest k that leaves at most as many.
     */
    public static final int MOST_VALUES = 200;

    public RobustSlope {
        sensors = Checked.names("A robust slope", "sensors", sensors);
        windows = Checked.windows("A robust slope", windows);
    }

    @Override
    public List<String> columnNames() {
        return SensorColumns.names(sensors, "robust_slope_per_hour", windows);
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(sensors, windows, RobustSlope::new);
    }
}
