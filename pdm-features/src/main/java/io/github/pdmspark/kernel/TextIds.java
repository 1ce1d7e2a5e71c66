package io.github.pdmspark.kernel;

import java.util.Arrays;

/** Machines with texts as ids, in the order of arrival; the machine of the reading before is found at once. */
final class TextIds {

    /** No machine. */
    static final int NONE = -1;

    private int size;
    private byte[][] ids = new byte[8][];
    private int[] index = new int[32];
    private int latest = NONE;

    TextIds() {
        Arrays.fill(index, NONE);
    }

    /** The id of a machine in UTF-8; not a copy. */
    byte[] id(int machine) {
        return ids[machine];
    }

    /** The number of a machine; {@link #NONE} if it was not added yet. */
    int find(byte[] id) {
        if (latest == NONE || !Arrays.equals(ids[latest], id)) {
            latest = index[place(id)];
        }
        return latest;
    }

    /** Adds a machine that is not there. */
    void add(byte[] id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size] = id;
        index[place(id)] = size;
        latest = size++;
        if (4 * size > index.length) {
            rehash();
        }
    }

    private int place(byte[] id) {
        int place = (int) (mixed(id) & (index.length - 1));
        while (index[place] != NONE && !Arrays.equals(ids[index[place]], id)) {
            place = (place + 1) & (index.length - 1);
        }
        return place;
    }

    private void rehash() {
        index = new int[2 * index.length];
        Arrays.fill(index, NONE);
        for (int machine = 0; machine < size; machine++) {
            index[place(ids[machine])] = machine;
        }
    }

    /** Fibonacci hashing: ids with neighbouring numbers must not form long runs. */
    private static long mixed(byte[] id) {
        return (Arrays.hashCode(id) * 0x9E3779B97F4A7C15L) >>> 32;
    }
}
