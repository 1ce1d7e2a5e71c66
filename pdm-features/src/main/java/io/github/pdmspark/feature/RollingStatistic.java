package io.github.pdmspark.feature;

import io.github.pdmspark.time.UtcText;
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
        return sensors.stream()
                .flatMap(sensor -> windows.stream().map(window -> columnName(sensor, window)))
                .toList();
    }

    private String columnName(String sensor, Duration window) {
        return sensor + "_" + statistic.columnPart() + "_" + UtcText.duration(window);
    }
}
