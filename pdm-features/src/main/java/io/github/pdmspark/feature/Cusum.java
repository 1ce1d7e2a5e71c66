package io.github.pdmspark.feature;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cumulative sums of the deviations of the values of a window from the machine's own past, up and down; columns such as
 * {@code volt_cusum_up_24h} and {@code volt_cusum_down_24h}, in standard deviations. With {@code z = (value - past mean) /
 * past standard deviation}, each starts at 0 and takes the values in the order of time: {@code up = max(0, up + z -
 * slack)}, {@code down = max(0, down - z - slack)}. Source: Montgomery, Introduction to Statistical Quality Control,
 * chapter 9, the tabular cusum. Null without a value, or where the past standard deviation is 0 or null.
 *
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param windows lengths of the windows that are summed over, at least one
 * @param past the window of the machine's own past; one with a lag is not diluted by the shift that it shall show
 * @param slack deviation that counts as noise, in standard deviations, zero or more; half the shift to be seen
 */
public record Cusum(List<String> sensors, List<Duration> windows, Window.Sliding past, double slack)
        implements Feature {

    public Cusum {
        sensors = Checked.names("A cusum", "sensors", sensors);
        windows = Checked.windows("A cusum", windows);
        if (!(slack >= 0 && slack < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A cusum has a slack of " + slack + "; it must be zero or more.");
        }
    }

    @Override
    public List<String> columnNames() {
        return SensorColumns.each(sensors, windows, (sensor, window) -> Stream.of("cusum_up", "cusum_down")
                        .flatMap(name -> SensorColumns.names(List.of(sensor), name, List.of(window)).stream()))
                .stream()
                .flatMap(names -> names)
                .toList();
    }

    @Override
    public List<Window> windowsRead() {
        return Checked.and(windows, past);
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(sensors, windows, (sensor, window) -> new Cusum(sensor, window, past, slack));
    }
}
