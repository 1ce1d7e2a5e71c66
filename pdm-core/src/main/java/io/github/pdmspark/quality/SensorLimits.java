package io.github.pdmspark.quality;

import java.time.Duration;
import java.util.List;

/**
 * What is allowed of a sensor before it is a finding. Two of them make a warning and a stop: {@link SensorReport#findings} with the
 * narrow one, {@link SensorReport#require} with the wide one.
 *
 * @param missingShare largest share of rows without a value
 * @param gap longest time without a value
 * @param constant longest time with one and the same value
 * @param edgeShare largest share of values at the lowest or highest one
 * @param span shortest time from the first to the last row of a machine
 * @param duplicateShare largest share of rows that were copies
 * @param unorderedShare largest share of values that became known before an earlier one
 * @param clockSkew largest difference of the delays of two machines
 * @param unitJump largest distance of the values after a lasting step, in widths of the wider range
 * @param counters sensors whose values never fall
 */
public record SensorLimits(
        double missingShare,
        Duration gap,
        Duration constant,
        double edgeShare,
        Duration span,
        double duplicateShare,
        double unorderedShare,
        Duration clockSkew,
        double unitJump,
        List<String> counters) {

    public SensorLimits {
        counters = List.copyOf(counters);
    }

    /**
     * For a warning: at most 20 % missing, a day without or with one value, 20 % at an edge, at least a week, 1 % copies, 1 % out of
     * order, an hour of skew, no change of unit; no counters.
     */
    public static SensorLimits usual() {
        return new SensorLimits(
                0.2,
                Duration.ofDays(1),
                Duration.ofDays(1),
                0.2,
                Duration.ofDays(7),
                0.01,
                0.01,
                Duration.ofHours(1),
                0.5,
                List.of());
    }

    /** For a stop: at most 50 % missing, two weeks without or with one value, 50 % at an edge, at least two days, a day of skew. */
    public static SensorLimits unusable() {
        return new SensorLimits(
                0.5,
                Duration.ofDays(14),
                Duration.ofDays(14),
                0.5,
                Duration.ofDays(2),
                0.5,
                0.5,
                Duration.ofDays(1),
                2,
                List.of());
    }

    /** The same with another shortest time from the first to the last row of a machine. */
    public SensorLimits span(Duration shortest) {
        return new SensorLimits(
                missingShare,
                gap,
                constant,
                edgeShare,
                shortest,
                duplicateShare,
                unorderedShare,
                clockSkew,
                unitJump,
                counters);
    }

    /** The same with other longest times without a value, and with one and the same value. */
    public SensorLimits longest(Duration newGap, Duration newConstant) {
        return new SensorLimits(
                missingShare,
                newGap,
                newConstant,
                edgeShare,
                span,
                duplicateShare,
                unorderedShare,
                clockSkew,
                unitJump,
                counters);
    }

    /** The same with sensors whose values never fall. */
    public SensorLimits counters(String... sensors) {
        return new SensorLimits(
                missingShare,
                gap,
                constant,
                edgeShare,
                span,
                duplicateShare,
                unorderedShare,
                clockSkew,
                unitJump,
                List.of(sensors));
    }
}
