package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.time.Cadence;
import io.github.pdmspark.time.Micros;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * The arithmetic of prediction times and tiles. Prediction time i lies at {@code offset + i * step}. Between two of them
 * lie as many tiles as windows have different borders there: one when every window is a multiple of the step, at most one
 * more for every window that is none, however odd its length. So every beginning and end of a window is a border of tiles.
 */
final class TileGrid {

    private static final int MOST_PER_STEP = 10_000;

    private final long offset;
    private final long step;
    private final long[] borders;

    /**
     * @param borders where tiles begin after each prediction time, ascending from 0
     */
    private TileGrid(long offset, long step, long[] borders) {
        this.offset = offset;
        this.step = step;
        this.borders = borders;
    }

    static TileGrid of(FeatureSpec spec) {
        Cadence cadence = spec.cadence();
        long step = cadence.everyMicros();
        TreeSet<Long> borders = new TreeSet<>();
        borders.add(0L);
        for (Window window : spec.windowsRead()) {
            if (window instanceof Window.Sliding sliding) {
                borders.add(Math.floorMod(-Micros.of(sliding.lag()), step));
                borders.add(Math.floorMod(-Micros.of(sliding.lookBack()), step));
            } else {
                addTumbling(borders, Micros.of(window.length()), step);
            }
        }
        return new TileGrid(
                cadence.offsetMicros(),
                step,
                borders.stream().mapToLong(Long::longValue).toArray());
    }

    /** The ends of tumbling windows fall on every multiple of the greatest common divisor of length and step. */
    private static void addTumbling(Set<Long> borders, long length, long step) {
        long divisor = greatestCommonDivisor(length, step);
        if (step / divisor > MOST_PER_STEP) {
            throw new IllegalArgumentException("Tumbling windows of " + length + " microseconds end at "
                    + step / divisor + " different places of a step of " + step
                    + " microseconds. Use a length and a step of which one is a multiple of the other.");
        }
        for (long border = divisor; border < step; border += divisor) {
            borders.add(border);
        }
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

    /** The tile that {@code time} lies in; of a border, the tile that begins there. */
    long tile(long time) {
        long index = Math.floorDiv(time - offset, step);
        return borders.length == 1 ? index : index * borders.length + part(time - time(index));
    }

    /** When a tile begins. */
    long start(long tile) {
        return time(Math.floorDiv(tile, borders.length)) + borders[Math.floorMod(tile, borders.length)];
    }

    /** Most tiles that a window of this look-back can reach over. */
    long tiles(long lookBack) {
        return (lookBack / step + 1) * borders.length;
    }

    /** The end of the latest interval of a length, aligned to the offset, that ended at or before a prediction time. */
    long latestEnd(long asOf, long length) {
        return asOf - Math.floorMod(asOf - offset, length);
    }

    /** Number of tiles between two prediction times. */
    int tilesPerStep() {
        return borders.length;
    }

    private int part(long sincePrediction) {
        int place = Arrays.binarySearch(borders, sincePrediction);
        return place < 0 ? -place - 2 : place;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
