package io.github.pdmspark.feature;

import java.time.Duration;
import java.util.List;

/**
 * A statistic of every sensor over the latest whole {@link Window.Tumbling} window of every length; columns such as {@code
 * volt_mean_tumbling_24h}. It changes only when a window ends, or when a late reading of that window becomes known.
 *
 * @param statistic what is computed
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param windows lengths of the windows, at least one
 */
public record TumblingStatistic(Statistic statistic, List<String> sensors, List<Duration> windows) implements Feature {

    public TumblingStatistic {
        String self = "A tumbling " + statistic;
        sensors = Checked.names(self, "sensors", sensors);
        windows = Checked.windows(self, windows);
    }

    @Override
    public List<String> columnNames() {
        return SensorColumns.names(sensors, statistic.columnPart() + "_tumbling", windows);
    }

    @Override
    public List<Window> windowsRead() {
        return windows.stream().<Window>map(Window.Tumbling::new).toList();
    }

    @Override
    public boolean needsSamplingPeriod() {
        return statistic == Statistic.COVERAGE;
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(
                sensors, windows, (sensor, window) -> new TumblingStatistic(statistic, sensor, window));
    }
}
