package io.github.pdmspark.quality;

import java.time.Duration;
import java.util.List;

/**
 * What is allowed of a sensor before it is a finding.
 *
 * @param missingShare largest share of rows without a value
 * @param gap longest time without a value
 * @param constant longest time with one and the same value
 * @param edgeShare largest share of values at the lowest or highest one
 * @param span shortest time from the first to the last row of a machine
 * @param counters sensors whose values never fall
 */
public record SensorLimits(
        double missingShare, Duration gap, Duration constant, double edgeShare, Duration span, List<String> counters) {

    public SensorLimits {
        counters = List.copyOf(counters);
    }

    /** At most 20 % missing, a day without or with one value, 20 % at an edge, at least a week; no counters. */
    public static SensorLimits usual() {
        return new SensorLimits(0.2, Duration.ofDays(1), Duration.ofDays(1), 0.2, Duration.ofDays(7), List.of());
    }

    /** The same with sensors whose values never fall. */
    public SensorLimits counters(String... sensors) {
        return new SensorLimits(missingShare, gap, constant, edgeShare, span, List.of(sensors));
    }
}
