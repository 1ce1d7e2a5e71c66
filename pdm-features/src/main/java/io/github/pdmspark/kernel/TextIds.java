package io.github.pdmspark.kernel;

import java.util.Arrays;

/** Machines with texts as ids, in the order of arrival; that of the reading before and the next one are found at once. */
final class TextIds {

    private static final int FREE = -1;

    private int size;
    private byte[][] ids = new byte[8][];
    private int[] index = new int[32];
    private int latest;

    TextIds() {
        Arrays.fill(index, FREE);
    }

    /** The id of a machine in UTF-8; not a copy. */
    byte[] id(int machine) {
        return ids[machine];
    }

    /**
     * The number of a machine, the next free one for a new machine. Readings tend to come in the same order of machines.
     *
     * @param id must not be changed afterwards
     */
    int number(byte[] id) {
        if (size > 0 && Arrays.equals(ids[latest], id)) {
            return latest;
        }
        int next = latest + 1 < size ? latest + 1 : 0;
        latest = size > 0 && Arrays.equals(ids[next], id) ? next : lookUp(id);
        return latest;
    }

    private int lookUp(byte[] id) {
        int place = place(id);
        return index[place] == FREE ? add(id, place) : index[place];
    }

    private int add(byte[] id, int place) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size] = id;
        index[place] = size++;
        if (4 * size > index.length) {
            rehash();
        }
        return size - 1;
    }

    private int place(byte[] id) {
        int place = (int) (mixed(id) & (index.length - 1));
        while (index[place] != FREE && !Arrays.equals(ids[index[place]], id)) {
            place = (place + 1) & (index.length - 1);
        }
        return place;
    }

    private void rehash() {
        index = new int[2 * index.length];
        Arrays.fill(index, FREE);
        for (int machine = 0; machine < size; machine++) {
            index[place(ids[machine])] = machine;
        }
    }

    /** Fibonacci hashing: ids with neighbouring numbers must not form long runs. */
    private static long mixed(byte[] id) {
        return (Arrays.hashCode(id) * 0x9E3779B97F4A7C15L) >>> 32;
    }
}
