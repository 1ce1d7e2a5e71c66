package io.github.pdmspark.feature;

import io.github.pdmspark.time.UtcText;
import java.time.Duration;
import java.util.List;

/**
 * Exponentially weighted moving average (EWMA) by time: the mean of the values of a window, each weighted {@code 2^-(age /
 * halfLife)}; columns such as {@code volt_ewma_6h_24h}. Null without a value.
 *
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param halfLife the age at which a value weighs half
 * @param windows lengths of the windows, at least one
 */
public record DecayedMean(List<String> sensors, Duration halfLife, List<Duration> windows) implements Feature {

    public DecayedMean {
        sensors = Checked.names("A decayed mean", "sensors", sensors);
        Checked.positive("A decayed mean has a half-life", halfLife);
        windows = Checked.windows("A decayed mean", windows);
    }

    @Override
    public List<String> columnNames() {
        return SensorColumns.names(sensors, "ewma_" + UtcText.duration(halfLife), windows);
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(sensors, windows, (sensor, window) -> new DecayedMean(sensor, halfLife, window));
    }
}
