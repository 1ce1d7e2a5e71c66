package io.github.pdmspark.kernel;

import java.util.Arrays;

/** Machines with whole numbers as ids, in the order of arrival; the machine of the reading before is found at once. */
final class NumberIds {

    private int size;
    private long[] ids = new long[8];
    private int[] index = new int[32];
    private int latest = TextIds.NONE;

    NumberIds() {
        Arrays.fill(index, TextIds.NONE);
    }

    long id(int machine) {
        return ids[machine];
    }

    /** The number of a machine; {@link TextIds#NONE} if it was not added yet. */
    int find(long id) {
        if (latest == TextIds.NONE || ids[latest] != id) {
            latest = index[place(id)];
        }
        return latest;
    }

    /** Adds a machine that is not there. */
    void add(long id) {
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

    private int place(long id) {
        int place = (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & (index.length - 1);
        while (index[place] != TextIds.NONE && ids[index[place]] != id) {
            place = (place + 1) & (index.length - 1);
        }
        return place;
    }

    private void rehash() {
        index = new int[2 * index.length];
        Arrays.fill(index, TextIds.NONE);
        for (int machine = 0; machine < size; machine++) {
            index[place(ids[machine])] = machine;
        }
    }
}
