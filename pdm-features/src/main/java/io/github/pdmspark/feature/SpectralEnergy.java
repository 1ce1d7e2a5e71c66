package io.github.pdmspark.feature;

import io.github.pdmspark.time.UtcText;
import java.time.Duration;
import java.util.List;

/**
 * The part of the variance of a window that lies in a band of oscillations; columns such as {@code
 * vibration_energy_2h_6h_24h}, in squared sensor units. Of n evenly spaced values x with mean m, oscillation k has the
 * period {@code length / k} and the energy {@code c * |sum (x_j - m) exp(-2 pi i j k / n)|^2 / n^2} with c = 2, but 1 for
 * k = n / 2; all of them together are the variance with divisor n (Parseval). Null unless the window holds exactly its
 * expected readings, all with a value and one sampling period apart.
 *
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param shortestPeriod shortest period of the band, included
 * @param longestPeriod longest period of the band, excluded
 * @param windows lengths of the windows, at least one
 */
public record SpectralEnergy(
        List<String> sensors, Duration shortestPeriod, Duration longestPeriod, List<Duration> windows)
        implements Feature {

    public SpectralEnergy {
        sensors = Checked.names("A spectral energy", "sensors", sensors);
        Checked.positive("A spectral energy has a shortest period", shortestPeriod);
        windows = Checked.windows("A spectral energy", windows);
        if (longestPeriod.compareTo(shortestPeriod) <= 0) {
            throw new IllegalArgumentException("A spectral energy has a band from " + shortestPeriod + " to "
                    + longestPeriod + "; the longest period must be longer than the shortest.");
        }
        Checked.positive("A spectral energy has a longest period", longestPeriod);
    }

    @Override
    public List<String> columnNames() {
        String band = UtcText.duration(shortestPeriod) + "_" + UtcText.duration(longestPeriod);
        return SensorColumns.names(sensors, "energy_" + band, windows);
    }

    @Override
    public boolean needsSamplingPeriod() {
        return true;
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(
                sensors,
                windows,
                (sensor, window) -> new SpectralEnergy(sensor, shortestPeriod, longestPeriod, window));
    }
}
