package io.github.pdmspark.feature;

import io.github.pdmspark.time.UtcText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/** What the features of sensors over windows share: sensor by sensor, and for each sensor window by window. */
final class SensorColumns {

    private SensorColumns() {}

    static List<String> names(List<String> sensors, String what, List<Duration> windows) {
        return each(sensors, windows, (sensor, window) -> sensor + "_" + what + "_" + UtcText.duration(window));
    }

    static <T> List<T> each(List<String> sensors, List<Duration> windows, BiFunction<String, Duration, T> part) {
        return sensors.stream()
                .flatMap(sensor -> windows.stream().map(window -> part.apply(sensor, window)))
                .toList();
    }

    /** The same features, each of one sensor and one window. */
    static List<Feature> parts(
            List<String> sensors, List<Duration> windows, BiFunction<List<String>, List<Duration>, Feature> part) {
        return each(sensors, windows, (sensor, window) -> part.apply(List.of(sensor), List.of(window)));
    }

    /** A number inside a column name: {@code 2.5} is {@code 2_5}, {@code -3} is {@code minus3}. */
    static String number(double value) {
        return number(BigDecimal.valueOf(value));
    }

    static String number(BigDecimal value) {
        String text = value.stripTrailingZeros().toPlainString();
        return text.replace("-", "minus").replace('.', '_');
    }
}
