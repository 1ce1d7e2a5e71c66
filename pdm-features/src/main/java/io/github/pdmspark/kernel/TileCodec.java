package io.github.pdmspark.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Tiles as bytes, in the order of bytes that most processors have; a sensor without a value in a tile takes one bit. */
final class TileCodec {

    private static final int HEADER_BYTES = 4 * Long.BYTES + Double.BYTES;
    private static final int COUNT_BYTES = Integer.BYTES;

    private final StateLayout layout;

    TileCodec(StateLayout layout) {
        this.layout = layout;
    }

    /** Most bytes that one tile can take. */
    int largestTile() {
        return HEADER_BYTES + maskBytes() + layout.size() * Double.BYTES;
    }

    /** Entries {@code [from, to)} of the store. */
    byte[] pack(TileStore store, int from, int to) {
        ByteBuffer out =
                ByteBuffer.allocate(COUNT_BYTES + (to - from) * largestTile()).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(to - from);
        for (int entry = from; entry < to; entry++) {
            out.putLong(store.tile(entry)).putLong(store.visibleFrom(entry));
            out.putLong(store.firstReading(entry)).putLong(store.lastReading(entry));
            putStates(out, store.states(), store.state(entry));
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /** Appends packed tiles to the store. */
    void unpack(byte[] bytes, TileStore store) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            int entry = store.append(in.getLong(), in.getLong());
            store.span(entry, in.getLong(), in.getLong());
            takeStates(in, store.states(), store.state(entry));
        }
    }

    private void putStates(ByteBuffer out, double[] states, int at) {
        out.putDouble(states[at + StateLayout.READINGS]);
        int mask = out.position();
        out.position(mask + maskBytes());
        for (int sensor = 0; sensor < layout.sensors(); sensor++) {
            int begin = at + layout.sensor(sensor);
            if (states[begin] != 0) {
                int place = mask + sensor / Byte.SIZE;
                out.put(place, (byte) (out.get(place) | (1 << (sensor % Byte.SIZE))));
                for (int i = 0; i < layout.sensorSize(sensor); i++) {
                    out.putDouble(states[begin + i]);
                }
            }
        }
    }

    private void takeStates(ByteBuffer in, double[] states, int at) {
        states[at + StateLayout.READINGS] = in.getDouble();
        int mask = in.position();
        in.position(mask + maskBytes());
        for (int sensor = 0; sensor < layout.sensors(); sensor++) {
            if ((in.get(mask + sensor / Byte.SIZE) & (1 << (sensor % Byte.SIZE))) != 0) {
                int begin = at + layout.sensor(sensor);
                for (int i = 0; i < layout.sensorSize(sensor); i++) {
                    states[begin + i] = in.getDouble();
                }
            }
        }
    }

    private int maskBytes() {
        return (layout.sensors() + Byte.SIZE - 1) / Byte.SIZE;
    }
}
