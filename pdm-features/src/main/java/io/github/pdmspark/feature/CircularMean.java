package io.github.pdmspark.feature;

import java.time.Duration;
import java.util.List;

/**
 * Mean direction of angles, in {@code [0, period)}; columns such as {@code wind_circular_mean_24h}. Null without a value,
 * or where the directions cancel.
 *
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param period a full turn in the unit of the sensors, such as 360
 * @param windows lengths of the windows, at least one
 */
public record CircularMean(List<String> sensors, double period, List<Duration> windows) implements Feature {

    public CircularMean {
        sensors = Checked.names("A circular mean", "sensors", sensors);
        Checked.positive("A circular mean has a period", period);
        windows = Checked.windows("A circular mean", windows);
    }

    @Override
    public List<String> columnNames() {
        return SensorColumns.names(sensors, "circular_mean", windows);
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(sensors, windows, (sensor, window) -> new CircularMean(sensor, period, window));
    }
}
