package io.github.pdmspark.feature;

import java.time.Duration;
import java.util.List;

/**
 * A statistic of one's own over every window; columns such as {@code volt_crest_factor_24h}. A specification holds its
 * name and version only: the program that computes it registers the code, nothing is ever created by name.
 *
 * @param name the name under which it is registered
 * @param version the version that it must have there
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param windows lengths of the windows, at least one
 */
public record CustomStatistic(String name, int version, List<String> sensors, List<Duration> windows)
        implements Feature {

    public CustomStatistic {
        name = Checked.name("A custom statistic", "names", name);
        sensors = Checked.names("A custom statistic", "sensors", sensors);
        windows = Checked.windows("A custom statistic", windows);
    }

    @Override
    public List<String> columnNames() {
        return SensorColumns.names(sensors, name, windows);
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(
                sensors, windows, (sensor, window) -> new CustomStatistic(name, version, sensor, window));
    }
}
