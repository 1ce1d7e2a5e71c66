package io.github.pdmspark.feature;

import java.util.List;

/**
 * A statistic over one window compared with the same statistic over another; columns such as {@code
 * volt_mean_12h_minus_7d}, or {@code volt_mean_24h_minus_24h_lag_7d} against the same window a week earlier. Null where
 * either value is null.
 *
 * @param statistic what is computed over both windows
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param comparison how the two values are related
 * @param window the window that is looked at
 * @param reference the window that it is compared with, another one
 */
public record WindowComparison(
        Statistic statistic,
        List<String> sensors,
        Comparison comparison,
        Window.Sliding window,
        Window.Sliding reference)
        implements Feature {

    public WindowComparison {
        sensors = Checked.names("A comparison of " + statistic, "sensors", sensors);
        if (window.equals(reference)) {
            throw new IllegalArgumentException("A comparison of " + statistic + " compares the window of "
                    + window.length() + " with itself; give the reference another length or lag.");
        }
    }

    @Override
    public List<String> columnNames() {
        String part = "_" + statistic.columnPart() + "_" + window.columnPart() + "_" + comparison.columnPart() + "_"
                + reference.columnPart();
        return sensors.stream().map(sensor -> sensor + part).toList();
    }

    @Override
    public List<Window> windowsRead() {
        return List.of(window, reference);
    }

    @Override
    public boolean needsSamplingPeriod() {
        return statistic == Statistic.COVERAGE;
    }

    @Override
    public List<Feature> parts() {
        return sensors.stream()
                .<Feature>map(sensor -> new WindowComparison(statistic, List.of(sensor), comparison, window, reference))
                .toList();
    }
}
