package io.github.pdmspark.feature;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * Exact quantiles of the values of every window, interpolated between neighbours; columns such as {@code volt_p50_24h}.
 * Null without a value.
 *
 * @param sensors names of sensor columns of the telemetry table, at least one
 * @param levels shares between 0 and 1, at least one; 0.5 is the median
 * @param windows lengths of the windows, at least one
 */
public record RollingQuantile(List<String> sensors, List<Double> levels, List<Duration> windows) implements Feature {

    private static final int PERCENT = 100;

    public RollingQuantile {
        sensors = Checked.names("A quantile", "sensors", sensors);
        levels = Checked.distinct("A quantile", "levels", levels);
        windows = Checked.windows("A quantile", windows);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("A quantile has no levels; name at least one, such as 0.5.");
        }
        for (double level : levels) {
            if (!(level >= 0 && level <= 1)) {
                throw new IllegalArgumentException(
                        "A quantile has the level " + level + "; it is a share between 0 and 1.");
            }
        }
    }

    @Override
    public List<String> columnNames() {
        return SensorColumns.each(sensors, windows, (sensor, window) -> levels.stream()
                        .flatMap(level -> SensorColumns.names(List.of(sensor), name(level), List.of(window)).stream()))
                .stream()
                .flatMap(names -> names)
                .toList();
    }

    /** 0.999 is {@code p99_9}; the level in decimal, not the product of rounded doubles. */
    private static String name(double level) {
        return "p" + SensorColumns.number(BigDecimal.valueOf(level).multiply(BigDecimal.valueOf(PERCENT)));
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.each(sensors, windows, (sensor, window) -> levels.stream()
                        .<Feature>map(level -> new RollingQuantile(List.of(sensor), List.of(level), List.of(window))))
                .stream()
                .flatMap(parts -> parts)
                .toList();
    }
}
