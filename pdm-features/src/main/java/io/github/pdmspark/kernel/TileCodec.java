package io.github.pdmspark.kernel;

/**
 * Tiles as bytes: how many, then of each the differences of its numbers and times to those of the tile before, one bit per
 * sensor that says whether it has a value, and the states of those that have.
 */
final class TileCodec {

    private static final int WHOLE_NUMBERS = 4;
    /** Sensors that one number marks. */
    private static final int MARKS = 62;

    private final StateLayout layout;

    TileCodec(StateLayout layout) {
        this.layout = layout;
    }

    /** Most bytes that one tile can take. */
    int largestTile() {
        int doubles = layout.size() * Double.BYTES;
        int lengths = layout.sensors() + layout.size();
        return (WHOLE_NUMBERS + marks()) * NumberWriter.LONGEST_WHOLE + doubles + lengths;
    }

    /** A writer that has room for so many tiles. */
    NumberWriter writer(int tiles) {
        return new NumberWriter(NumberWriter.LONGEST_WHOLE + Math.multiplyExact(tiles, largestTile()));
    }

    /** Entries {@code [from, to)} of the store. */
    byte[] pack(TileStore store, int from, int to, NumberWriter out) {
        out.reset();
        out.writeWhole(to - from);
        long tile = 0;
        long visibleFrom = 0;
        long time = 0;
        for (int entry = from; entry < to; entry++) {
            out.writeWhole(store.tile(entry) - tile);
            out.writeWhole(store.visibleFrom(entry) - visibleFrom);
            out.writeWhole(store.firstReading(entry) - time);
            out.writeWhole(store.lastReading(entry) - store.firstReading(entry));
            tile = store.tile(entry);
            visibleFrom = store.visibleFrom(entry);
            time = store.lastReading(entry);
            writeStates(out, store.states(), store.state(entry));
        }
        return out.toBytes();
    }

    /** Appends packed tiles to the store. */
    void unpack(byte[] bytes, TileStore store) {
        NumberReader in = new NumberReader(bytes);
        int count = Math.toIntExact(in.readWhole());
        store.reserve(count);
        long tile = 0;
        long visibleFrom = 0;
        long time = 0;
        for (int i = 0; i < count; i++) {
            tile += in.readWhole();
            visibleFrom += in.readWhole();
            int entry = store.append(tile, visibleFrom);
            long first = time + in.readWhole();
            time = first + in.readWhole();
            store.span(entry, first, time);
            readStates(in, store.states(), store.state(entry));
        }
    }

    private void writeStates(NumberWriter out, double[] states, int at) {
        for (int mark = 0; mark < marks(); mark++) {
            long marked = 0;
            for (int sensor = mark * MARKS; sensor < Math.min((mark + 1) * MARKS, layout.sensors()); sensor++) {
                if (states[at + layout.sensor(sensor)] != 0) {
                    marked |= 1L << (sensor % MARKS);
                }
            }
            out.writeWhole(marked);
        }
        out.write(states[at + StateLayout.READINGS]);
        for (int sensor = 0; sensor < layout.sensors(); sensor++) {
            int begin = at + layout.sensor(sensor);
            if (states[begin] != 0) {
                for (int i = begin; i < begin + layout.sensorSize(sensor); i++) {
                    out.write(states[i]);
                }
            }
        }
    }

    private void readStates(NumberReader in, double[] states, int at) {
        long[] marked = new long[marks()];
        for (int mark = 0; mark < marked.length; mark++) {
            marked[mark] = in.readWhole();
        }
        states[at + StateLayout.READINGS] = in.read();
        for (int sensor = 0; sensor < layout.sensors(); sensor++) {
            if ((marked[sensor / MARKS] & (1L << (sensor % MARKS))) != 0) {
                int begin = at + layout.sensor(sensor);
                for (int i = begin; i < begin + layout.sensorSize(sensor); i++) {
                    states[i] = in.read();
                }
            }
        }
    }

    private int marks() {
        return (layout.sensors() + MARKS - 1) / MARKS;
    }
}
