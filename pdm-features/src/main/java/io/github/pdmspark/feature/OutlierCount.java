package io.github.pdmspark.feature;

import java.time.Duration;
import java.util.List;

/**
 * The number of values of a window that lie further than so many standard deviations from the mean of the machine's own
 * past; columns such as {@code volt_outliers_3sigma_24h}. Null where the past standard deviation is 0 or null.
 *
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param windows lengths of the windows that are counted over, at least one
 * @param past the window of the machine's own past
 * @param sigmas number of standard deviations, above zero
 */
public record OutlierCount(List<String> sensors, List<Duration> windows, Window.Sliding past, double sigmas)
        implements Feature {

    public OutlierCount {
        sensors = Checked.names("An outlier count", "sensors", sensors);
        windows = Checked.windows("An outlier count", windows);
        Checked.positive("An outlier count has a number of sigmas", sigmas);
    }

    @Override
    public List<String> columnNames() {
        return SensorColumns.names(sensors, "outliers_" + SensorColumns.number(sigmas) + "sigma", windows);
    }

    @Override
    public List<Window> windowsRead() {
        return Checked.and(windows, past);
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(
                sensors, windows, (sensor, window) -> new OutlierCount(sensor, window, past, sigmas));
    }
}
