package io.github.pdmspark.kernel;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Readings of one machine as they are, in any order: time, the prediction time that sees it first, and some values. */
final class ReadingStore {

    private static final int FIRST_CAPACITY = 16;

    private final int sensors;
    private int size;
    private long[] times = new long[FIRST_CAPACITY];
    private long[] visibleFrom = new long[FIRST_CAPACITY];
    private double[] values;

    ReadingStore(int sensors) {
        this.sensors = sensors;
        this.values = new double[FIRST_CAPACITY * sensors];
    }

    int size() {
        return size;
    }

    /** Takes one reading, its values picked by their places. */
    void add(long time, long visible, double[] reading, int[] places) {
        int at = append(time, visible) * sensors;
        for (int i = 0; i < sensors; i++) {
            values[at + i] = reading[places[i]];
        }
    }

    /** Bytes of a packed reading. */
    int readingBytes() {
        return 2 * Long.BYTES + sensors * Double.BYTES;
    }

    /** Bytes on the heap. */
    long bytes() {
        return (long) times.length * readingBytes();
    }

    /** Readings {@code [from, to)} as bytes. */
    byte[] pack(int from, int to) {
        ByteBuffer out = ByteBuffer.allocate((to - from) * readingBytes());
        for (int i = from; i < to; i++) {
            out.putLong(times[i]).putLong(visibleFrom[i]);
            for (int sensor = 0; sensor < sensors; sensor++) {
                out.putDouble(values[i * sensors + sensor]);
            }
        }
        return out.array();
    }

    /** Appends packed readings. */
    void unpack(byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        while (in.hasRemaining()) {
            int at = append(in.getLong(), in.getLong()) * sensors;
            for (int sensor = 0; sensor < sensors; sensor++) {
                values[at + sensor] = in.getDouble();
            }
        }
    }

    /** The values of one sensor in the order of time; what is missing is left out. */
    ReadingTrack track(int sensor) {
        int[] order = IntStream.range(0, size)
                .filter(i -> !Double.isNaN(value(i, sensor)))
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> times[i]).thenComparingDouble(i -> value(i, sensor)))
                .mapToInt(Integer::intValue)
                .toArray();
        return new ReadingTrack(
                Arrays.stream(order).mapToLong(i -> times[i]).toArray(),
                Arrays.stream(order).mapToLong(i -> visibleFrom[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> value(i, sensor)).toArray());
    }

    private double value(int reading, int sensor) {
        return values[reading * sensors + sensor];
    }

    private int append(long time, long visible) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            visibleFrom = Arrays.copyOf(visibleFrom, 2 * size);
            values = Arrays.copyOf(values, Math.multiplyExact(2 * size, sensors));
        }
        times[size] = time;
        visibleFrom[size] = visible;
        return size++;
    }
}
