package io.github.pdmspark.feature;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A statistic of every sensor over every window {@code [asOf - window, asOf)} as far as it lies after the latest known
 * maintenance of a component; columns such as {@code volt_mean_24h_since_comp1}. A reading at the instant of the
 * maintenance comes after it. Without maintenance in it, the window is whole.
 *
 * @param statistic what is computed
 * @param component the component whose maintenance begins a new life
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param windows lengths of the windows, at least one
 */
public record SinceReplacement(Statistic statistic, String component, List<String> sensors, List<Duration> windows)
        implements Feature {

    public SinceReplacement {
        String self = "A " + statistic + " since replacement";
        component = Checked.name(self, "components", component);
        sensors = Checked.names(self, "sensors", sensors);
        windows = Checked.windows(self, windows);
        if (statistic == Statistic.COVERAGE) {
            throw new IllegalArgumentException(
                    "A COVERAGE since replacement would compare with readings of the former " + "life; use COUNT.");
        }
    }

    @Override
    public List<String> columnNames() {
        return SensorColumns.names(sensors, statistic.columnPart(), windows).stream()
                .map(name -> name + "_since_" + component)
                .toList();
    }

    @Override
    public Optional<EventSource> events() {
        return Optional.of(EventSource.MAINTENANCE);
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(
                sensors, windows, (sensor, window) -> new SinceReplacement(statistic, component, sensor, window));
    }
}
