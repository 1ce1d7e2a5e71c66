package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.time.Cadence;
import io.github.pdmspark.time.Micros;
import java.time.Duration;

/**
 * The arithmetic of prediction times and tiles. Prediction time i lies at {@code offset + i * step}; tile t covers {@code
 * [offset + t * width, offset + (t + 1) * width)}. The width divides the step and every window, so every {@code asOf} and
 * every {@code asOf - window} is a border of tiles.
 *
 * @param offset microseconds from the epoch
 * @param step microseconds between two prediction times
 * @param width microseconds of a tile
 */
record TileGrid(long offset, long step, long width) {

    static TileGrid of(FeatureSpec spec) {
        Cadence cadence = spec.cadence();
        long width = cadence.everyMicros();
        for (Duration window : spec.windows()) {
            width = greatestCommonDivisor(width, Micros.of(window));
        }
        return new TileGrid(cadence.offsetMicros(), cadence.everyMicros(), width);
    }

    /** The prediction time with this number. */
    long time(long index) {
        return offset + index * step;
    }

    /** The number of the latest prediction time that is not after {@code time}. */
    long floor(long time) {
        return Math.floorDiv(time - offset, step);
    }

    /** The number of the earliest prediction time that is not before {@code time}. */
    long ceil(long time) {
        return -Math.floorDiv(offset - time, step);
    }

    /** The number of the earliest prediction time g with {@code eventTime < g} and {@code knownAt <= g}. */
    long visibleFrom(long eventTime, long knownAt) {
        return Math.max(floor(eventTime) + 1, ceil(knownAt));
    }

    /** The number of the earliest prediction time g with {@code eventTime < g - window}. */
    long expiredFrom(long eventTime, long window) {
        return floor(eventTime + window) + 1;
    }

    /** The tile that {@code time} lies in. */
    long tile(long time) {
        return Math.floorDiv(time - offset, width);
    }

    /** When a tile begins. */
    long start(long tile) {
        return offset + tile * width;
    }

    /** The first tile that does not begin before the prediction time with this number. */
    long tileAt(long index) {
        return index * (step / width);
    }

    /** The number of tiles of a window. */
    long tiles(long window) {
        return window / width;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
