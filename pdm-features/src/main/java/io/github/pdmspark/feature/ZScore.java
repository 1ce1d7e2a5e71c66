package io.github.pdmspark.feature;

import java.time.Duration;
import java.util.List;

/**
 * How many standard deviations the mean of a window lies from the machine's own past: {@code (mean - past mean) / past
 * standard deviation}; columns such as {@code volt_zscore_12h_30d}. Null without a value, or where the past standard
 * deviation is 0 or null.
 *
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param windows lengths of the windows that are looked at, at least one
 * @param past the window of the machine's own past
 */
public record ZScore(List<String> sensors, List<Duration> windows, Window.Sliding past) implements Feature {

    public ZScore {
        sensors = Checked.names("A z-score", "sensors", sensors);
        windows = Checked.windows("A z-score", windows);
    }

    @Override
    public List<String> columnNames() {
        return SensorColumns.names(sensors, "zscore", windows).stream()
                .map(name -> name + "_" + past.columnPart())
                .toList();
    }

    @Override
    public List<Window> windowsRead() {
        return Checked.and(windows, past);
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(sensors, windows, (sensor, window) -> new ZScore(sensor, window, past));
    }
}
