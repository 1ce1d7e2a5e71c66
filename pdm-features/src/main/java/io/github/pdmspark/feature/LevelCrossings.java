package io.github.pdmspark.feature;

import java.time.Duration;
import java.util.List;

/**
 * How often the values of a window cross a level: the number of pairs of successive values of which one lies below the
 * level and the other on or above it; columns such as {@code volt_crossings_170_24h}. Null without a value.
 *
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param level in the unit of the sensors
 * @param windows lengths of the windows, at least one
 */
public record LevelCrossings(List<String> sensors, double level, List<Duration> windows) implements Feature {

    public LevelCrossings {
        sensors = Checked.names("A count of crossings", "sensors", sensors);
        windows = Checked.windows("A count of crossings", windows);
        if (!Double.isFinite(level)) {
            throw new IllegalArgumentException("A count of crossings has the level " + level + "; it is a number.");
        }
    }

    @Override
    public List<String> columnNames() {
        return SensorColumns.names(sensors, "crossings_" + SensorColumns.number(level), windows);
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(sensors, windows, (sensor, window) -> new LevelCrossings(sensor, level, window));
    }
}
