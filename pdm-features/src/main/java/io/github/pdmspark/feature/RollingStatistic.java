package io.github.pdmspark.feature;

import java.time.Duration;
import java.util.List;

/**
 * A statistic of every sensor over every window {@code [asOf - window, asOf)}; columns such as {@code volt_mean_24h}.
 *
 * @param statistic what is computed
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param windows lengths of the windows, at least one
 */
public record RollingStatistic(Statistic statistic, List<String> sensors, List<Duration> windows) implements Feature {

    public RollingStatistic {
        String self = "A rolling " + statistic;
        sensors = Checked.names(self, "sensors", sensors);
        windows = Checked.windows(self, windows);
    }

    @Override
    public List<String> columnNames() {
        return SensorColumns.names(sensors, statistic.columnPart(), windows);
    }

    @Override
    public boolean needsSamplingPeriod() {
        return statistic == Statistic.COVERAGE;
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(
                sensors, windows, (sensor, window) -> new RollingStatistic(statistic, sensor, window));
    }
}
